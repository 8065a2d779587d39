import type { Catalogue } from './catalogue.ts';
import { access as enAccess } from './en/access.ts';
import { backup as enBackup } from './en/backup.ts';
import { causes as enCauses } from './en/causes.ts';
import { checkPlaces as enCheckPlaces } from './en/checkPlaces.ts';
import { cli as enCli } from './en/cli.ts';
import { closing as enClosing } from './en/closing.ts';
import { common as enCommon } from './en/common.ts';
import { consolidatedPaper as enConsolidatedPaper } from './en/consolidatedPaper.ts';
import { dialogs as enDialogs } from './en/dialogs.ts';
import { dossiers as enDossiers } from './en/dossiers.ts';
import { entries as enEntries } from './en/entries.ts';
import { errors as enErrors } from './en/errors.ts';
import { gathering as enGathering } from './en/gathering.ts';
import { help as enHelp } from './en/help.ts';
import { history as enHistory } from './en/history.ts';
import { imports as enImports } from './en/imports.ts';
import { keysPaper as enKeysPaper } from './en/keysPaper.ts';
import { ledgers as enLedgers } from './en/ledgers.ts';
import { log as enLog } from './en/log.ts';
import { merge as enMerge } from './en/merge.ts';
import { overview as enOverview } from './en/overview.ts';
import { palette as enPalette } from './en/palette.ts';
import { paperCode as enPaperCode } from './en/paperCode.ts';
import { paperLayout as enPaperLayout } from './en/paperLayout.ts';
import { papers as enPapers } from './en/papers.ts';
import { people as enPeople } from './en/people.ts';
import { personPaper as enPersonPaper } from './en/personPaper.ts';
import { printing as enPrinting } from './en/printing.ts';
import { privacy as enPrivacy } from './en/privacy.ts';
import { receipts as enReceipts } from './en/receipts.ts';
import { receiver as enReceiver } from './en/receiver.ts';
import { recordList as enRecordList } from './en/recordList.ts';
import { recordsPaper as enRecordsPaper } from './en/recordsPaper.ts';
import { recoveryPaper as enRecoveryPaper } from './en/recoveryPaper.ts';
import { remarks as enRemarks } from './en/remarks.ts';
import { report as enReport } from './en/report.ts';
import { reports as enReports } from './en/reports.ts';
import { settings as enSettings } from './en/settings.ts';
import { signing as enSigning } from './en/signing.ts';
import { start as enStart } from './en/start.ts';
import { summaryPaper as enSummaryPaper } from './en/summaryPaper.ts';
import { targets as enTargets } from './en/targets.ts';
import { targetsPaper as enTargetsPaper } from './en/targetsPaper.ts';
import { updates as enUpdates } from './en/updates.ts';
import { verify as enVerify } from './en/verify.ts';
import { verifyScreen as enVerifyScreen } from './en/verifyScreen.ts';
import { access as viAccess } from './vi/access.ts';
import { backup as viBackup } from './vi/backup.ts';
import { causes as viCauses } from './vi/causes.ts';
import { checkPlaces as viCheckPlaces } from './vi/checkPlaces.ts';
import { cli as viCli } from './vi/cli.ts';
import { closing as viClosing } from './vi/closing.ts';
import { common as viCommon } from './vi/common.ts';
import { consolidatedPaper as viConsolidatedPaper } from './vi/consolidatedPaper.ts';
import { dialogs as viDialogs } from './vi/dialogs.ts';
import { dossiers as viDossiers } from './vi/dossiers.ts';
import { entries as viEntries } from './vi/entries.ts';
import { errors as viErrors } from './vi/errors.ts';
import { gathering as viGathering } from './vi/gathering.ts';
import { help as viHelp } from './vi/help.ts';
import { history as viHistory } from './vi/history.ts';
import { imports as viImports } from './vi/imports.ts';
import { keysPaper as viKeysPaper } from './vi/keysPaper.ts';
import { ledgers as viLedgers } from './vi/ledgers.ts';
import { log as viLog } from './vi/log.ts';
import { merge as viMerge } from './vi/merge.ts';
import { overview as viOverview } from './vi/overview.ts';
import { palette as viPalette } from './vi/palette.ts';
import { paperCode as viPaperCode } from './vi/paperCode.ts';
import { paperLayout as viPaperLayout } from './vi/paperLayout.ts';
import { papers as viPapers } from './vi/papers.ts';
import { people as viPeople } from './vi/people.ts';
import { personPaper as viPersonPaper } from './vi/personPaper.ts';
import { printing as viPrinting } from './vi/printing.ts';
import { privacy as viPrivacy } from './vi/privacy.ts';
import { receipts as viReceipts } from './vi/receipts.ts';
import { receiver as viReceiver } from './vi/receiver.ts';
import { recordList as viRecordList } from './vi/recordList.ts';
import { recordsPaper as viRecordsPaper } from './vi/recordsPaper.ts';
import { recoveryPaper as viRecoveryPaper } from './vi/recoveryPaper.ts';
import { remarks as viRemarks } from './vi/remarks.ts';
import { report as viReport } from './vi/report.ts';
import { reports as viReports } from './vi/reports.ts';
import { settings as viSettings } from './vi/settings.ts';
import { signing as viSigning } from './vi/signing.ts';
import { start as viStart } from './vi/start.ts';
import { summaryPaper as viSummaryPaper } from './vi/summaryPaper.ts';
import { targets as viTargets } from './vi/targets.ts';
import { targetsPaper as viTargetsPaper } from './vi/targetsPaper.ts';
import { updates as viUpdates } from './vi/updates.ts';
import { verify as viVerify } from './vi/verify.ts';
import { verifyScreen as viVerifyScreen } from './vi/verifyScreen.ts';

/** All texts of the interface by namespace. Vietnamese is the source; English must have the same keys. */
export const vi = {
  report: viReport,
  verify: viVerify,
  dialogs: viDialogs,
  errors: viErrors,
  cli: viCli,
  causes: viCauses,
  checkPlaces: viCheckPlaces,
  closing: viClosing,
  common: viCommon,
  dossiers: viDossiers,
  entries: viEntries,
  help: viHelp,
  history: viHistory,
  imports: viImports,
  ledgers: viLedgers,
  log: viLog,
  merge: viMerge,
  recordList: viRecordList,
  remarks: viRemarks,
  overview: viOverview,
  palette: viPalette,
  settings: viSettings,
  signing: viSigning,
  start: viStart,
  targets: viTargets,
  papers: viPapers,
  paperCode: viPaperCode,
  paperLayout: viPaperLayout,
  people: viPeople,
  personPaper: viPersonPaper,
  printing: viPrinting,
  privacy: viPrivacy,
  targetsPaper: viTargetsPaper,
  updates: viUpdates,
  summaryPaper: viSummaryPaper,
  recordsPaper: viRecordsPaper,
  access: viAccess,
  backup: viBackup,
  keysPaper: viKeysPaper,
  recoveryPaper: viRecoveryPaper,
  consolidatedPaper: viConsolidatedPaper,
  receipts: viReceipts,
  receiver: viReceiver,
  reports: viReports,
  verifyScreen: viVerifyScreen,
  gathering: viGathering,
} as const;

export const en: Catalogue<typeof vi> = {
  report: enReport,
  verify: enVerify,
  dialogs: enDialogs,
  errors: enErrors,
  cli: enCli,
  causes: enCauses,
  checkPlaces: enCheckPlaces,
  closing: enClosing,
  common: enCommon,
  dossiers: enDossiers,
  entries: enEntries,
  help: enHelp,
  history: enHistory,
  imports: enImports,
  ledgers: enLedgers,
  log: enLog,
  merge: enMerge,
  recordList: enRecordList,
  remarks: enRemarks,
  overview: enOverview,
  palette: enPalette,
  settings: enSettings,
  signing: enSigning,
  start: enStart,
  targets: enTargets,
  papers: enPapers,
  paperCode: enPaperCode,
  paperLayout: enPaperLayout,
  people: enPeople,
  personPaper: enPersonPaper,
  printing: enPrinting,
  privacy: enPrivacy,
  targetsPaper: enTargetsPaper,
  updates: enUpdates,
  summaryPaper: enSummaryPaper,
  recordsPaper: enRecordsPaper,
  access: enAccess,
  backup: enBackup,
  keysPaper: enKeysPaper,
  recoveryPaper: enRecoveryPaper,
  consolidatedPaper: enConsolidatedPaper,
  receipts: enReceipts,
  receiver: enReceiver,
  reports: enReports,
  verifyScreen: enVerifyScreen,
  gathering: enGathering,
};
