/** Who bought and where it went, as the cells of an order say. */
import type { Field, Layout } from '../../platforms/layout.ts';
import { type ChineseAddress, splitChineseAddress } from '../../values/addresses.ts';
import { countryCode } from '../../values/countries.ts';
import { splitReceiver } from '../../values/split-receiver.ts';
import { isErrorText } from '../workbooks/cell-text.ts';
import type { OrderCells } from './order-cells.ts';

export interface Contact {
  readonly account: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly receiverName: string | null;
  readonly receiverPhone: string | null;
  readonly country: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly postcode: string | null;
  readonly address: string | null;
}

/** How shop programs write that nobody was logged in. */
const GUEST = '0';

export function contactOf(layout: Layout, cells: OrderCells): Contact {
  // A look-up that failed leaves an error in the cell, and says nothing of anybody.
  const text = (field: Field) => {
    const cell = cells.text(field);
    return cell !== null && isErrorText(cell) ? null : cell;
  };
  const joined = (between: string, first: Field, ...more: readonly Field[]) => {
    if (!more.some((field) => cells.has(field))) return text(first);
    return [first, ...more].flatMap((field) => text(field) ?? []).join(between) || null;
  };
  const packed = cells.has('receiver') ? splitReceiver(cells.value('receiver')) : undefined;
  const written = packed?.address ?? joined(' ', 'address', 'address2', 'address3') ?? text('receiver');
  const address = addressOf(layout, written);
  const account = text('account');
  return {
    account: account === GUEST ? null : account,
    name: joined(' ', 'name', 'lastName'),
    email: text('email'),
    phone: text('phone'),
    receiverName: packed?.name ?? joined(' ', 'receiverName', 'receiverLastName'),
    receiverPhone: packed?.phone ?? text('receiverPhone'),
    country: countryCode(cells.value('country')) ?? text('country'),
    province: text('province') ?? address.province ?? null,
    city: text('city') ?? address.city ?? null,
    district: text('district') ?? address.district ?? null,
    postcode: text('postcode') ?? address.postcode ?? null,
    address: address.address,
  };
}

function addressOf(
  layout: Layout,
  address: string | null,
): Omit<ChineseAddress, 'address'> & { readonly address: string | null } {
  if (address !== null && layout.chineseAddress) return splitChineseAddress(address);
  return { province: undefined, city: undefined, district: undefined, address, postcode: undefined };
}
