// The commands on what a dossier gathers, as forms.
import { today } from '@shared/format';
import { uuidv7 } from '@shared/uuid';
import { enumOptions } from './spec';
import type { FormSpec, Values } from './spec';

const kLicences = ['safety_production', 'chemicals_operation', 'chemicals_use', 'fireworks_operation', 'other'];
/** A record of its own, or the one the form was opened from. */
const withId = (name: string): Pick<FormSpec, 'finish'> => ({
  finish: (payload, scope) => ({ ...payload, [name]: scope.subject ?? uuidv7() }),
});
const preset = (scope: { preset?: Values }, otherwise: Values): Values => ({ ...otherwise, ...scope.preset });

export const dossierForms: Record<string, FormSpec> = {
  GradeEnterprise: {
    fields: [
      {
        name: 'grade',
        kind: 'choice',
        required: true,
        options: () => enumOptions('dossier.RiskGrade', ['a', 'b', 'c', 'd']),
      },
      { name: 'reasons', kind: 'area', required: true, wide: true },
    ],
    initial: (scope) => preset(scope, {}),
  },
  RecordLicence: {
    fields: [
      { name: 'kind', kind: 'choice', required: true, options: () => enumOptions('dossier.LicenceKind', kLicences) },
      { name: 'number', kind: 'text', required: true },
      { name: 'issuer', kind: 'text', required: true },
      { name: 'valid_from', kind: 'day', required: true },
      { name: 'valid_until', kind: 'day', optional: true },
      { name: 'scope', kind: 'area', optional: true, wide: true },
    ],
    initial: (scope) => preset(scope, { kind: 'safety_production' }),
    ...withId('licence_id'),
  },
  EndLicence: {
    fields: [
      {
        name: 'ended_by',
        kind: 'choice',
        required: true,
        options: () => enumOptions('dossier.LicenceEnd', ['cancelled', 'withdrawn', 'revoked']),
      },
      { name: 'ended_on', kind: 'day', required: true },
    ],
    initial: () => ({ ended_by: 'cancelled', ended_on: today() }),
    ...withId('licence_id'),
  },
  RecordHazardSource: {
    fields: [
      { name: 'name', kind: 'text', required: true },
      {
        name: 'grade',
        kind: 'choice',
        required: true,
        options: () => enumOptions('dossier.SourceGrade', ['first', 'second', 'third', 'fourth']),
      },
      { name: 'assessed_on', kind: 'day', required: true },
      { name: 'filed_on', kind: 'day', optional: true },
      { name: 'filed_number', kind: 'text', optional: true },
    ],
    initial: (scope) => preset(scope, { grade: 'fourth', assessed_on: today() }),
    ...withId('source_id'),
  },
  CloseHazardSource: {
    fields: [{ name: 'closed_on', kind: 'day', required: true }],
    initial: () => ({ closed_on: today() }),
    ...withId('source_id'),
  },
  RecordKeyPerson: {
    fields: [
      {
        name: 'role',
        kind: 'choice',
        required: true,
        options: () => enumOptions('dossier.KeyRole', ['principal', 'safety_manager', 'special_worker']),
      },
      { name: 'name', kind: 'text', required: true },
      { name: 'qualification', kind: 'text', optional: true },
      { name: 'valid_until', kind: 'day', optional: true },
    ],
    initial: (scope) => preset(scope, { role: 'safety_manager' }),
    ...withId('person_id'),
  },
  EndKeyPerson: {
    fields: [{ name: 'left_on', kind: 'day', required: true }],
    initial: () => ({ left_on: today() }),
    ...withId('person_id'),
  },
};
