/** What may be wrong with an export, on its way from one thread to another, where an error keeps nothing but its message. */
import { FileRefused } from '../refusal.ts';
import { Unforeseen } from '../orders/unforeseen.ts';
import { NeedsSetting, ShopDisagrees, WhichShop } from '../orders/shop.ts';

export type PackedProblem =
  | { readonly kind: 'refused'; readonly reason: FileRefused['reason']; readonly detail: FileRefused['detail'] }
  | { readonly kind: 'needs'; readonly missing: NeedsSetting['missing']; readonly shop: string }
  | {
      readonly kind: 'disagrees';
      readonly setting: ShopDisagrees['setting'];
      readonly shop: string;
      readonly told: string;
      readonly known: string;
    }
  | { readonly kind: 'which_shop'; readonly platform: string; readonly shops: readonly string[] }
  | { readonly kind: 'unforeseen' }
  | { readonly kind: 'system'; readonly message: string; readonly code: string; readonly path: string | undefined }
  | { readonly kind: 'unexpected'; readonly error: unknown };

export function packProblem(error: unknown): PackedProblem {
  if (error instanceof FileRefused) return { kind: 'refused', reason: error.reason, detail: error.detail };
  if (error instanceof NeedsSetting) return { kind: 'needs', missing: error.missing, shop: error.shop };
  if (error instanceof ShopDisagrees) {
    const { setting, shop, told, known } = error;
    return { kind: 'disagrees', setting, shop, told, known };
  }
  if (error instanceof WhichShop) return { kind: 'which_shop', platform: error.platform, shops: error.shops };
  if (error instanceof Unforeseen) return { kind: 'unforeseen' };
  const { message, code, path } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return { kind: 'system', message, code, path };
  return { kind: 'unexpected', error };
}

export function unpackProblem(problem: PackedProblem): unknown {
  switch (problem.kind) {
    case 'refused':
      return new FileRefused(problem.reason, problem.detail);
    case 'needs':
      return new NeedsSetting(problem.missing, problem.shop);
    case 'disagrees':
      return new ShopDisagrees(problem.setting, problem.shop, problem.told, problem.known);
    case 'which_shop':
      return new WhichShop(problem.platform, problem.shops);
    case 'unforeseen':
      return new Unforeseen();
    case 'system': {
      const { message, code, path } = problem;
      return Object.assign(new Error(message), { code, ...(path === undefined ? {} : { path }) });
    }
    case 'unexpected':
      return problem.error;
  }
}
