/**
 * Every command there is, alphabetical by path. To add one: a file exporting one `command({…})` with
 * light top-level imports (features only by `await import()` inside `run`), then one import and one
 * line here. A path may be a noun with verbs ('segment members <segment>') or a verb ('ingest <files...>');
 * what the noun is about stands in groups.ts.
 */
import type { Command } from './command.ts';
import { backup } from './backup.ts';
import { backupList } from './backup-list.ts';
import { configList } from './config-list.ts';
import { configSet } from './config-set.ts';
import { consentImport } from './consent-import.ts';
import { consentRules } from './consent-rules.ts';
import { consentSet } from './consent-set.ts';
import { consentShow } from './consent-show.ts';
import { customersApart } from './customers-apart.ts';
import { customersData } from './customers-data.ts';
import { customersEdit } from './customers-edit.ts';
import { customersExplain } from './customers-explain.ts';
import { customersFind } from './customers-find.ts';
import { customersForget } from './customers-forget.ts';
import { customersImport } from './customers-import.ts';
import { customersList } from './customers-list.ts';
import { customersMerge } from './customers-merge.ts';
import { customersMerges } from './customers-merges.ts';
import { customersNote } from './customers-note.ts';
import { customersShow } from './customers-show.ts';
import { customersSplit } from './customers-split.ts';
import { customersSuggest } from './customers-suggest.ts';
import { customersUndo } from './customers-undo.ts';
import { decrypt } from './decrypt.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { dump } from './dump.ts';
import { encrypt } from './encrypt.ts';
import { exportContacts } from './export-contacts.ts';
import { exportCustomers } from './export-customers.ts';
import { exportFormats } from './export-formats.ts';
import { exportLines } from './export-lines.ts';
import { exportList } from './export-list.ts';
import { exportOrders } from './export-orders.ts';
import { exportWhy } from './export-why.ts';
import { followupCalendar } from './followup-calendar.ts';
import { followupDone } from './followup-done.ts';
import { followupHandover } from './followup-handover.ts';
import { followupImport } from './followup-import.ts';
import { followupPlan } from './followup-plan.ts';
import { followupSkip } from './followup-skip.ts';
import { followupSnooze } from './followup-snooze.ts';
import { followupToday } from './followup-today.ts';
import { followupWhy } from './followup-why.ts';
import { importsList } from './imports-list.ts';
import { importsShow } from './imports-show.ts';
import { importsUndo } from './imports-undo.ts';
import { ingest } from './ingest.ts';
import { levelsList } from './levels-list.ts';
import { levelsMembers } from './levels-members.ts';
import { levelsRefresh } from './levels-refresh.ts';
import { levelsRemove } from './levels-remove.ts';
import { levelsSet } from './levels-set.ts';
import { levelsShow } from './levels-show.ts';
import { mapsList } from './maps-list.ts';
import { mapsRemove } from './maps-remove.ts';
import { mapsShow } from './maps-show.ts';
import { measures } from './measures.ts';
import { platformsExplain } from './platforms-explain.ts';
import { platformsList } from './platforms-list.ts';
import { platformsMapStatus } from './platforms-map-status.ts';
import { platformsWords } from './platforms-words.ts';
import { playApply } from './play-apply.ts';
import { playCheck } from './play-check.ts';
import { playExport } from './play-export.ts';
import { playList } from './play-list.ts';
import { playOff } from './play-off.ts';
import { playOn } from './play-on.ts';
import { playRemove } from './play-remove.ts';
import { playReport } from './play-report.ts';
import { playShow } from './play-show.ts';
import { playTry } from './play-try.ts';
import { pointsAdd } from './points-add.ts';
import { pointsList } from './points-list.ts';
import { pointsRedeem } from './points-redeem.ts';
import { pointsRules } from './points-rules.ts';
import { pointsRulesSet } from './points-rules-set.ts';
import { pointsShow } from './points-show.ts';
import { productsImport } from './products-import.ts';
import { productsList } from './products-list.ts';
import { query } from './query.ts';
import { ratesImport } from './rates-import.ts';
import { ratesList } from './rates-list.ts';
import { rebuild } from './rebuild.ts';
import { rekey } from './rekey.ts';
import { restore } from './restore.ts';
import { retentionApply } from './retention-apply.ts';
import { retentionSet } from './retention-set.ts';
import { retentionShow } from './retention-show.ts';
import { segmentCheck } from './segment-check.ts';
import { segmentExplain } from './segment-explain.ts';
import { segmentFields } from './segment-fields.ts';
import { segmentApply } from './segment-apply.ts';
import { segmentDiff } from './segment-diff.ts';
import { segmentExport } from './segment-export.ts';
import { segmentList } from './segment-list.ts';
import { segmentMembers } from './segment-members.ts';
import { segmentRemove } from './segment-remove.ts';
import { segmentRename } from './segment-rename.ts';
import { segmentSave } from './segment-save.ts';
import { segmentShow } from './segment-show.ts';
import { segmentWhyNot } from './segment-why-not.ts';
import { segmentSnapshot } from './segment-snapshot.ts';
import { segmentWatch } from './segment-watch.ts';
import { shopsAdd } from './shops-add.ts';
import { shopsEdit } from './shops-edit.ts';
import { shopsList } from './shops-list.ts';
import { status } from './status.ts';
import { suppressAdd } from './suppress-add.ts';
import { suppressImport } from './suppress-import.ts';
import { suppressList } from './suppress-list.ts';
import { suppressRemove } from './suppress-remove.ts';
import { tagAdd } from './tag-add.ts';
import { tagExpire } from './tag-expire.ts';
import { tagFollow } from './tag-follow.ts';
import { tagGroup } from './tag-group.ts';
import { tagHistory } from './tag-history.ts';
import { tagImport } from './tag-import.ts';
import { tagList } from './tag-list.ts';
import { tagMerge } from './tag-merge.ts';
import { tagRefresh } from './tag-refresh.ts';
import { tagRemove } from './tag-remove.ts';
import { tagRename } from './tag-rename.ts';
import { tagUnfollow } from './tag-unfollow.ts';
import { touchesImport } from './touches-import.ts';
import { touchesList } from './touches-list.ts';

export const commands: readonly Command[] = [
  backup,
  backupList,
  configList,
  configSet,
  consentImport,
  consentRules,
  consentSet,
  consentShow,
  customersApart,
  customersData,
  customersEdit,
  customersExplain,
  customersFind,
  customersForget,
  customersImport,
  customersList,
  customersMerge,
  customersMerges,
  customersNote,
  customersShow,
  customersSplit,
  customersSuggest,
  customersUndo,
  decrypt,
  demo,
  doctor,
  dump,
  encrypt,
  exportContacts,
  exportCustomers,
  exportFormats,
  exportLines,
  exportList,
  exportOrders,
  exportWhy,
  followupHandover,
  followupPlan,
  followupToday,
  followupDone,
  followupSkip,
  followupSnooze,
  followupImport,
  followupWhy,
  followupCalendar,
  importsList,
  importsShow,
  importsUndo,
  ingest,
  levelsList,
  levelsMembers,
  levelsRefresh,
  levelsRemove,
  levelsSet,
  levelsShow,
  mapsList,
  mapsRemove,
  mapsShow,
  measures,
  platformsExplain,
  platformsList,
  platformsMapStatus,
  platformsWords,
  playApply,
  playCheck,
  playExport,
  playList,
  playOff,
  playOn,
  playRemove,
  playShow,
  playReport,
  playTry,
  pointsAdd,
  pointsList,
  pointsRedeem,
  pointsRules,
  pointsRulesSet,
  pointsShow,
  productsImport,
  productsList,
  query,
  ratesImport,
  ratesList,
  rebuild,
  rekey,
  restore,
  retentionApply,
  retentionSet,
  retentionShow,
  segmentCheck,
  segmentFields,
  segmentApply,
  segmentDiff,
  segmentExport,
  segmentList,
  segmentMembers,
  segmentRemove,
  segmentRename,
  segmentSave,
  segmentShow,
  segmentExplain,
  segmentWhyNot,
  segmentSnapshot,
  segmentWatch,
  shopsAdd,
  shopsEdit,
  shopsList,
  status,
  suppressAdd,
  suppressImport,
  suppressList,
  suppressRemove,
  tagAdd,
  tagExpire,
  tagFollow,
  tagGroup,
  tagHistory,
  tagImport,
  tagList,
  tagMerge,
  tagRefresh,
  tagRemove,
  tagRename,
  tagUnfollow,
  touchesImport,
  touchesList,
];
