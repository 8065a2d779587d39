import type { Dossier } from '#shared/domain/dossier.ts';
import { localDate } from '#shared/domain/local-date.ts';
import type { Profile } from '#shared/ipc/contract/app.ts';
import type { OwnSet } from '#shared/ipc/contract/targets.ts';
import type { Input, ServiceChannel } from '#shared/ipc/contract.ts';

const token = '0123456789abcdef'.repeat(2);
const day = localDate(2024, 1, 2);
const sha256 = 'ab'.repeat(32);

export const profile: Profile = {
  unit: { code: '26503', name: 'Ủy ban nhân dân xã Phước An', kind: 'xa', place: 'Phước An', superior: null },
  receiver: { to: 'Ủy ban nhân dân huyện Nhơn Trạch', through: 'Phòng Kinh tế' },
  periodScheme: 'nd09',
  targetSet: 'nhon-trach-2024',
  signatory: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: 'Trần Thị Mẫu' },
  users: [
    { login: 'thu', name: 'Nguyễn Văn Thử', role: 'head' },
    { login: 'canbo', name: 'Lê Cán Bộ', role: 'clerk' },
  ],
};

const record: Dossier = {
  code: '000.00.40.H19-240102-0001',
  procedureCode: '1.001193',
  procedureName: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  applicantName: 'Nguyễn Thị A',
  personId: '075190000001',
  channel: 'online',
  receivedOn: day,
  dueOn: day,
  reappointedDueOn: null,
  finishedOn: day,
  returnedOn: null,
  status: 'finished',
  outcome: 'approved',
  componentsDigitised: 'yes',
  resultDigitised: 'yes',
  inSoftware: true,
  paperParallel: true,
  handler: 'Lê Cán Bộ',
  note: 'ghi chú',
  suspensions: [{ kind: 'supplement', from: day, to: day, dueBefore: null }],
};
const petition = { code: 'PA-2024-0001', receivedOn: day, subject: 'Trả kết quả chậm', source: 'portal' };
const text = {
  number: '05/BC-UBND',
  date: day,
  remarks: { '2.3': 'ghi chú' },
  narrative: 'Nội dung',
  reasons: { MISSING_DATA: 'lý do' },
};
const ownSet: OwnSet = {
  base: 'nhon-trach-2024',
  name: { vi: 'Mục tiêu của xã', en: 'Objectives of the commune' },
  decision: { number: '15/QĐ-UBND', date: day, issuer: 'Chủ tịch Ủy ban nhân dân xã Phước An' },
  validFrom: localDate(2024, 1, 1),
  validTo: null,
  raised: { '2.3': { op: '>=', basisPoints: 4000 } },
  added: [
    {
      id: 'A1',
      formula: 'dossier.online.resolved.v1',
      filter: { field: ['Hộ tịch'] },
      threshold: { op: '>=', basisPoints: 5000 },
      striven: false,
      title: { vi: 'Hộ tịch trực tuyến', en: 'Civil status online' },
      sentence: { vi: 'Ít nhất 50% hồ sơ hộ tịch nộp trực tuyến.', en: 'At least 50% online.' },
    },
  ],
};
const request = { file: token, options: {}, task: 'viec' };

/** One well-formed input of every call of the service; what it leads to is another matter. */
export const validInputs: { readonly [C in ServiceChannel]: Input<C> } = {
  'app.state': {},
  'app.initialise': { profile, login: 'thu', passphrase: null, backupFolder: null },
  'app.openSample': {},
  'app.leaveSample': {},
  'app.signIn': { login: 'thu', passphrase: '' },
  'app.signOut': {},
  'app.setPreferences': { language: 'vi', colourScheme: 'auto' },
  'app.diagnostics': {},
  'app.check': {},
  'backups.state': {},
  'backups.choose': { folder: null },
  'backups.now': {},
  'tasks.cancel': { task: 'viec' },
  'dossiers.index': {
    filter: { search: 'nguyen', state: 'pending', channel: 'online', receivedFrom: day, missing: 'dueOn' },
  },
  'dossiers.rows': { ids: [1, 2] },
  'dossiers.get': { id: 1 },
  'dossiers.save': { id: null, version: null, record, reason: null },
  'dossiers.remove': { id: 1, version: 1, reason: null },
  'dossiers.restore': { id: 1, version: 1 },
  'dossiers.undo': { changeSet: 1 },
  'dossiers.choices': {},
  'dossiers.proposeDue': { procedureCode: '1.001193', channel: 'online', receivedOn: day },
  'dossiers.byCode': { code: record.code },
  'dossiers.find': { query: 'nguyễn', limit: 5 },
  'dossiers.similar': {
    code: record.code,
    personId: '075190000001',
    applicantName: 'Nguyễn Thị A',
    procedureCode: '1.001193',
    receivedOn: day,
    except: null,
  },
  'dossiers.setFlags': { ids: [], codes: [record.code], field: 'paperParallel', value: true },
  'dossiers.undoMany': { changeSet: 1 },
  'dossiers.proposeMovedDue': { dueOn: day, suspensions: record.suspensions },
  'dossiers.export': { filter: { search: 'nguyen' }, target: token, task: 'viec' },
  'ledgers.states': {},
  'ledgers.setKept': { ledger: 'iso-activities', from: day },
  'ledgers.index': {
    ledger: 'petitions',
    filter: {
      search: 'cham',
      from: day,
      to: day,
      due: 'overdue',
      lacks: 'any',
      equals: { source: 'portal' },
    },
  },
  'ledgers.rows': { ledger: 'petitions', ids: [1, 2] },
  'ledgers.get': { ledger: 'petitions', id: 1 },
  'ledgers.save': { ledger: 'petitions', id: null, version: null, record: petition, reason: null },
  'ledgers.remove': { ledger: 'petitions', id: 1, version: 1, reason: null },
  'ledgers.restore': { ledger: 'petitions', id: 1, version: 1 },
  'ledgers.undo': { changeSet: 1 },
  'ledgers.choices': { ledger: 'staff-ratings' },
  'ledgers.propose': { ledger: 'petitions', record: { receivedOn: day } },
  'ledgers.export': { ledger: 'petitions', filter: {}, target: token },
  'imports.fields': { kind: 'dossiers' },
  'imports.inspect': { file: token, options: {} },
  'imports.preview': request,
  'imports.commit': { ...request, sha256 },
  'imports.list': {},
  'imports.badRows': { importId: 1 },
  'imports.undo': { importId: 1 },
  'imports.saveBadRows': { file: token, options: {}, target: token },
  'evaluation.overview': { period: '2024-Q1' },
  'evaluation.evaluate': { period: '2024-Q1', scheme: 'calendar', asOf: day },
  'evaluation.progress': { period: '2024-Q1' },
  'evaluation.explain': { period: '2024-Q1', objective: '2.3', list: 'counted', offset: 0, limit: 10 },
  'evaluation.periods': {},
  'evaluation.targetSet': {},
  'targets.list': {},
  'targets.formulas': {},
  'targets.saveOwn': ownSet,
  'targets.importFile': { file: token },
  'targets.exportFile': { id: 'nhon-trach-2024', version: 1, target: token },
  'targets.planPdf': { period: '2024-Y' },
  'targets.signingListPdf': { subject: null },
  'targets.savePdf': { what: { kind: 'plan', period: '2024-Y' }, target: token },
  'reports.timeline': {},
  'reports.draft': { period: '2024-Q1' },
  'reports.saveDraft': { period: '2024-Q1', text },
  'reports.preview': { period: '2024-Q1' },
  'reports.sign': { period: '2024-Q1', key: { kind: 'p12', file: token, passphrase: 'mật khẩu' } },
  'reports.pdf': { id: 1 },
  'reports.export': { id: 1, target: token },
  'keys.list': {},
  'keys.create': { name: 'khóa', passphrase: 'mật khẩu dài' },
  'keys.saveCertificate': { keyId: 1, target: token },
  'verify.files': { files: [token] },
  'trust.list': {},
  'trust.add': { certificate: token, unitCode: '26503', from: day, to: null },
  'trust.revoke': { id: 1, revokedOn: day },
  'trust.addSigner': { file: token, unitCode: null },
  'settings.get': {},
  'settings.save': { profile: withoutUsers(profile), reportDueDays: 5 },
  'settings.calendar': { year: 2024 },
  'settings.procedures': {},
  'settings.changePassphrase': { login: 'thu', current: '', next: null },
};

function withoutUsers({ users: _users, ...unit }: Profile): Omit<Profile, 'users'> {
  return unit;
}
