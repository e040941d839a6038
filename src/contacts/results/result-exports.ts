/** Every form of a tool's that is known by its headers. */
import { klaviyoResults } from './klaviyo-results.ts';
import { mailchimpResults } from './mailchimp-results.ts';
import type { ResultExport } from './result-export.ts';

export const RESULT_EXPORTS: readonly ResultExport[] = [...mailchimpResults, ...klaviyoResults];
