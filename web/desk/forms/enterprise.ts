// Registering an enterprise, changing what is known of it, adding a site: forms of the ledger.
import type { EnterpriseDossier } from '@shared/api';
import { uuidv7 } from '@shared/uuid';
import { zh } from '@shared/zh-CN';
import { industryChoices } from '@desk/use/industry';
import { enumOptions } from './spec';
import type { Field, FormSpec, Option, Scope, Values } from './spec';

const divisions = (scope: Scope): Option[] => (scope.preset?.divisions as Option[] | undefined) ?? [];
const known = (scope: Scope): Partial<EnterpriseDossier> =>
  (scope.preset?.enterprise as EnterpriseDossier | undefined) ?? {};
const kStatus = ['operating', 'suspended', 'deregistered', 'revoked'];
/** What a change may leave blank, and so take away. */
const kMayBeBlank = [
  'credit_code',
  'type',
  'industry',
  'scope',
  'registered_on',
  'registered_capital',
  'address',
  'legal_representative',
  'phone',
] as const;

/** The classes of the industry, and the narrower code that the ledger has. */
function industries(scope: Scope): Option[] {
  const choices = industryChoices();
  const own = known(scope).industry;
  return own && !choices.some((one) => one.value === own) ? [{ value: own, label: own }, ...choices] : choices;
}

const fields: Field[] = [
  { name: 'name', kind: 'text', required: true, wide: true },
  { name: 'credit_code', kind: 'text', optional: true, hint: () => zh.ledgerMore.codeHint },
  { name: 'division', kind: 'choice', required: true, options: divisions },
  { name: 'address', kind: 'text', optional: true, wide: true },
  { name: 'industry', kind: 'choice', options: industries },
  { name: 'type', kind: 'text', optional: true },
  { name: 'legal_representative', kind: 'text', optional: true },
  { name: 'phone', kind: 'text', optional: true },
  { name: 'registered_on', kind: 'day' },
  { name: 'registered_capital', kind: 'text', optional: true },
  {
    name: 'status',
    kind: 'choice',
    required: true,
    options: () => enumOptions('dossier.Status', kStatus),
  },
  { name: 'scope', kind: 'area', optional: true, wide: true },
];

/** Only what differs from the dossier; what was emptied is told apart from what stays. */
function changes(payload: Values, scope: Scope): Values {
  const before = known(scope) as Values;
  const out: Values = {};
  for (const { name } of fields)
    if (payload[name] !== undefined && payload[name] !== (before[name] ?? '')) out[name] = payload[name];
  const cleared = kMayBeBlank.filter((name) => payload[name] === undefined && !!before[name]);
  return cleared.length ? { ...out, cleared } : out;
}

export const enterpriseForms: Record<string, FormSpec> = {
  RegisterEnterprise: {
    fields,
    initial: (scope) => ({
      status: 'operating',
      division: divisions(scope).length === 1 ? divisions(scope)[0]!.value : '',
    }),
  },
  UpdateEnterprise: {
    fields,
    initial: (scope) => {
      const before = known(scope) as Values;
      return Object.fromEntries(fields.map(({ name }) => [name, before[name] ?? '']));
    },
    finish: changes,
  },
  AddSite: {
    fields: [
      { name: 'name', kind: 'text', required: true },
      { name: 'division', kind: 'choice', required: true, options: divisions },
      { name: 'address', kind: 'text', required: true, wide: true },
    ],
    initial: (scope) => ({ division: known(scope).division ?? '' }),
    finish: (payload) => ({ ...payload, site_id: uuidv7() }),
  },
};
