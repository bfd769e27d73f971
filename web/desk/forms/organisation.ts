// The commands on bodies and officers as forms.
import { today, plusDays } from '@shared/format';
import { uuidv7 } from '@shared/uuid';
import { zh } from '@shared/zh-CN';
import { enumOptions } from './spec';
import type { FormSpec, Option, Scope, Values } from './spec';

const kDuties = ['investigator', 'legal_reviewer', 'hearing_presider', 'approver', 'registrar', 'administrator'];
const kRanks = ['staff', 'team_leader', 'deputy_head', 'head'];
const kYear = 365;
const kLetterYears = 3;
const bodies = (scope: Scope): Option[] => (scope.preset?.bodies as Option[] | undefined) ?? [];
const rank = { name: 'rank', kind: 'choice' as const, required: true, options: () => enumOptions('org.Rank', kRanks) };
const duties = {
  name: 'duties',
  kind: 'choices' as const,
  wide: true,
  options: () => enumOptions('org.Duty', kDuties),
};
const certificates = (scope: Scope): Option[] =>
  (scope.officers.find((one) => one.id === scope.subject)?.certificates ?? [])
    .filter((one) => !one.revoked_on)
    .map((one) => ({ value: one.number, label: zh.common.aside(one.number, zh.admin.validUntil(one.valid_until)) }));

/** What an administrator types one a line: prefixes of violations. */
const lines = (text: unknown): string[] =>
  String(text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
/** Team and last day of each entrustment that still stands. */
const entrustments = (scope: Scope): Option[] => (scope.preset?.entrustments as Option[] | undefined) ?? [];
const teams = (scope: Scope): Option[] => (scope.preset?.teams as Option[] | undefined) ?? [];
/** The scope of a decision of authorisation, out of the fields beside its number. */
const scopeOf = ({ items, from, until, compulsion }: Values): Values => ({
  items: lines(items),
  from,
  ...(until ? { until } : {}),
  compulsion: compulsion === true,
});

/** A township or zone with a decision, and with the items that it names. */
const authorised = (values: Values): boolean => !!String(values.penalty_authorisation ?? '').trim();
const scoped = (values: Values): boolean => authorised(values) && !!String(values.items ?? '').trim();

export const organisationForms: Record<string, FormSpec> = {
  RegisterOfficer: {
    fields: [
      { name: 'name', kind: 'text', required: true },
      { name: 'body', kind: 'choice', required: true, options: bodies },
      rank,
      duties,
      { name: 'qualified_in_law', kind: 'flag' },
    ],
    initial: (scope): Values => ({ rank: 'staff', duties: ['investigator'], body: scope.body }),
  },
  IssueCertificate: {
    fields: [
      { name: 'number', kind: 'text', required: true },
      { name: 'kind', kind: 'text', required: true },
      { name: 'valid_from', kind: 'day', required: true },
      { name: 'valid_until', kind: 'day', required: true },
    ],
    initial: () => ({ kind: zh.admin.certificateKind, valid_from: today(), valid_until: plusDays(today(), 5 * kYear) }),
  },
  RevokeCertificate: {
    fields: [
      { name: 'number', kind: 'choice', required: true, options: certificates },
      { name: 'revoked_on', kind: 'day', required: true },
    ],
    initial: (scope) => ({ number: certificates(scope)[0]?.value ?? '', revoked_on: today() }),
  },
  AssignDuties: {
    fields: [rank, duties],
    initial: (scope) => {
      const officer = scope.officers.find((one) => one.id === scope.subject);
      return { rank: officer?.rank ?? 'staff', duties: officer?.duties ?? [] };
    },
  },
  EndService: {
    fields: [{ name: 'left_on', kind: 'day', required: true }],
    initial: () => ({ left_on: today() }),
  },
  RegisterBody: {
    fields: [
      { name: 'name', kind: 'text', required: true, wide: true },
      {
        name: 'level',
        kind: 'choice',
        required: true,
        options: () => enumOptions('org.Level', ['province', 'city', 'county', 'township', 'zone']),
      },
      {
        name: 'kind',
        kind: 'choice',
        required: true,
        options: () => enumOptions('org.BodyKind', ['authority', 'team']),
      },
      {
        name: 'division',
        kind: 'choice',
        required: true,
        options: (scope) => (scope.preset?.divisions as Option[] | undefined) ?? [],
      },
      { name: 'parent', kind: 'choice', options: bodies },
      { name: 'short_name', kind: 'text', optional: true, hint: () => zh.input.shortName },
      { name: 'penalty_authorisation', kind: 'text', optional: true, wide: true },
      { name: 'items', kind: 'area', optional: true, wide: true, show: authorised },
      { name: 'from', kind: 'day', show: scoped },
      { name: 'until', kind: 'day', optional: true, show: scoped },
      { name: 'compulsion', kind: 'flag', show: scoped },
    ],
    initial: (scope) => ({ level: 'county', kind: 'authority', parent: scope.body }),
    finish: ({ items, from, until, compulsion, ...body }) => {
      const scope = scopeOf({ items, from, until, compulsion });
      return lines(items).length ? { ...body, authorisation_scope: scope } : body;
    },
  },
  AuthoriseBody: {
    fields: [
      { name: 'decision', kind: 'text', required: true, wide: true },
      { name: 'items', kind: 'area', required: true, wide: true },
      { name: 'from', kind: 'day', required: true },
      { name: 'until', kind: 'day' },
      { name: 'compulsion', kind: 'flag' },
    ],
    initial: () => ({ from: today() }),
    finish: ({ decision, ...scope }) => ({ decision, scope: scopeOf(scope) }),
  },
  EntrustTeam: {
    fields: [
      { name: 'team', kind: 'choice', required: true, wide: true, options: teams },
      { name: 'items', kind: 'area', required: true, wide: true },
      { name: 'from', kind: 'day', required: true },
      { name: 'until', kind: 'day', required: true },
      { name: 'published_on', kind: 'day' },
      { name: 'includes_compulsion', kind: 'flag' },
    ],
    initial: (scope) => ({
      team: teams(scope)[0]?.value ?? '',
      items: 'wsl.',
      from: today(),
      until: plusDays(today(), kLetterYears * kYear),
    }),
    finish: ({ items, ...payload }) => ({ ...payload, entrustment_id: uuidv7(), items: lines(items) }),
  },
  EndEntrustment: {
    fields: [
      { name: 'entrustment_id', kind: 'choice', required: true, wide: true, options: entrustments },
      { name: 'ended_on', kind: 'day', required: true },
    ],
    initial: (scope) => ({ entrustment_id: entrustments(scope)[0]?.value ?? '', ended_on: today() }),
  },
};
