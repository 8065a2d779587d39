import { parseInput } from '#electron/application/parse-call.ts';
import { ABILITIES, type Ability, abilitiesOf, type RightExceptions } from '#shared/domain/rights.ts';
import { ROLES } from '#shared/domain/unit.ts';
import { AppError } from '#shared/errors.ts';
import { common as enCommon } from '#shared/i18n/en/common.ts';
import { people as enPeople } from '#shared/i18n/en/people.ts';
import { common as viCommon } from '#shared/i18n/vi/common.ts';
import { people as viPeople } from '#shared/i18n/vi/people.ts';
import type { AccessState } from '#shared/ipc/contract/access.ts';
import type { Environment, Outcome } from '../environment.ts';
import { inFolder, type OpenFolder } from '../open-folder.ts';
import { type Arguments, choiceOption, wrong } from '../parse-arguments.ts';
import type { Words } from '../words.ts';

const DEEDS = ['add', 'change', 'retire', 'bring-back'] as const;
type Deed = (typeof DEEDS)[number];
type Person = AccessState['people'][number];

/**
 * `people --data DIR [--add LOGIN --name N --role R | --change LOGIN … | --retire LOGIN | --bring-back LOGIN]`: who works
 * with the folder and what they may, after the one deed that is named. The first passphrase of who is added or brought
 * back is SCL_NEW_PASSPHRASE.
 */
export async function peopleCommand(
  args: Arguments,
  environment: Environment,
  words: Words,
): Promise<Outcome> {
  const deeds = DEEDS.filter((deed) => args.values.has(deed));
  if (deeds.length > 1)
    throw wrong('one-deed', args.command, { given: deeds.map((deed) => `--${deed}`).join(', ') });
  const [deed] = deeds;
  const said = rights(args);
  const { people } = await inFolder(args, environment, async ({ backend }) => {
    if (deed !== undefined) await carryOut(deed, said, args, environment, backend);
    return backend.call('access.state', {});
  });
  return {
    json: {
      people: people.map(({ login, name, role, admitted, retiredAt, exceptions }) => ({
        login,
        name,
        role,
        canSignIn: admitted,
        retiredAt,
        given: ABILITIES.filter((ability) => exceptions[ability] === true),
        taken: ABILITIES.filter((ability) => exceptions[ability] === false),
        abilities: abilitiesOf({ role, exceptions }),
      })),
    },
    lines: people.map((person) => lineOf(person, words)),
    exit: 0,
  };
}

async function carryOut(
  deed: Deed,
  said: RightExceptions,
  args: Arguments,
  { environment }: Environment,
  backend: OpenFolder['backend'],
): Promise<void> {
  const login = args.values.get(deed) ?? '';
  const known = (await backend.call('access.state', {})).people.find((person) => person.login === login);
  if ((known === undefined) !== (deed === 'add'))
    throw new AppError('RECORD_INVALID', {}, { fieldErrors: { login: known ? 'duplicate' : 'unknown' } });
  const name = args.values.get('name') ?? known?.name ?? '';
  const role = choiceOption(args, 'role', ROLES) ?? known?.role ?? 'clerk';
  if (deed === 'retire') await backend.call('access.dismiss', { login });
  if (deed === 'add' || deed === 'bring-back')
    await backend.call(
      'access.admit',
      parseInput('access.admit', { login, name, role, passphrase: environment.SCL_NEW_PASSPHRASE ?? '' }),
    );
  const changes = deed !== 'retire' && (known !== undefined || Object.keys(said).length > 0);
  if (changes)
    await backend.call(
      'access.change',
      parseInput('access.change', { login, name, role, exceptions: { ...known?.exceptions, ...said } }),
    );
}

/** Abilities that `--give` and `--take` name, separated by commas. */
function rights(args: Arguments): RightExceptions {
  const named = (option: 'give' | 'take'): Ability[] =>
    (args.values.get(option)?.split(',') ?? []).map((text) => {
      const ability = ABILITIES.find((each) => each === text.trim());
      if (ability === undefined)
        throw wrong('choice', args.command, { given: `--${option} ${text}`, choices: ABILITIES.join(', ') });
      return ability;
    });
  return Object.fromEntries([
    ...named('give').map((ability) => [ability, true] as const),
    ...named('take').map((ability) => [ability, false] as const),
  ]);
}

function lineOf(
  { login, name, role, admitted, retiredAt, exceptions }: Person,
  { cli, fill, lang }: Words,
): string {
  const { common, people } =
    lang === 'vi' ? { common: viCommon, people: viPeople } : { common: enCommon, people: enPeople };
  const [year, month, day] = (retiredAt ?? '').slice(0, 10).split('-');
  const parts = [
    `${name} (${login})`,
    common.role[role],
    ...(retiredAt === null ? [] : [fill(people.retired, { date: `${day}/${month}/${year}` })]),
    ...(retiredAt === null && !admitted ? [cli.people.absent] : []),
    ...ABILITIES.flatMap((ability) => {
      const said = exceptions[ability];
      if (said === undefined) return [];
      return [fill(said ? cli.people.given : cli.people.taken, { ability: people.ability[ability] })];
    }),
  ];
  return parts.join(' · ');
}
