import type { DelegationRole } from '../domain/delegated-admin/roles.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { aboutWhom, field, formCard } from './form.ts';
import type { Frame } from './form.ts';
import { note } from './kit.ts';
import type { Say } from './messages/say.ts';

/** The two forms, today's first. */
export function delegationForms(say: Say): readonly { readonly title: string; readonly value: string }[] {
  return [
    { title: say('offer.form-gdap'), value: 'gdap' },
    { title: say('offer.form-classic'), value: 'classic' },
  ];
}

/** Classic or today's form, with what Microsoft says of the classic one right beside it. */
export function delegationFormCard(say: Say, view: { readonly frame: Frame; readonly form: string }): AdaptiveCard {
  const choices = delegationForms(say);
  return formCard(say, view.frame, {
    heading: say('offer.form-heading'),
    body: [
      ...aboutWhom(view.frame),
      ...field(say, view.frame, {
        type: 'Input.ChoiceSet',
        id: 'form',
        label: say('offer.form'),
        style: 'expanded',
        wrap: true,
        value: choices.find(({ value }) => value === view.form)?.value ?? 'gdap',
        choices,
      }),
      note(say('offer.classic-note')),
    ],
    submit: say('form.next'),
  });
}

export interface DelegationRolesView {
  readonly frame: Frame;
  /** In the order of the table: the least privileged first. */
  readonly roles: readonly DelegationRole[];
  /** Ids of those that are ticked. */
  readonly chosen: readonly string[];
  readonly days: string;
  readonly name: string;
  readonly autoExtends: boolean;
}

/** Today's form (GDAP): roles with what each is for, days, name, extension. */
export function delegationRolesCard(say: Say, view: DelegationRolesView): AdaptiveCard {
  const { frame, roles, chosen, name, autoExtends } = view;
  const days = Number(view.days);
  const value = roles.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  return formCard(say, frame, {
    heading: say('offer.gdap-heading'),
    body: [
      ...aboutWhom(frame),
      ...field(say, frame, {
        type: 'Input.ChoiceSet',
        id: 'roles',
        label: say('offer.roles'),
        style: 'expanded',
        isMultiSelect: true,
        wrap: true,
        ...(value.length === 0 ? {} : { value: value.join(',') }),
        choices: roles.map(({ id, slug }) => ({ title: [say(`role.${slug}`), say(`role-for.${slug}`)].join(' – '), value: id })),
      }),
      ...field(say, frame, {
        type: 'Input.Number',
        id: 'days',
        label: say('offer.days'),
        min: 1,
        max: 730,
        ...(Number.isInteger(days) && days > 0 ? { value: days } : {}),
      }),
      ...field(say, frame, { type: 'Input.Text', id: 'name', label: say('offer.name'), maxLength: 50, value: name }),
      ...field(say, frame, {
        type: 'Input.Toggle',
        id: 'autoExtends',
        label: say('offer.extension'),
        title: say('offer.extend'),
        value: autoExtends ? 'true' : 'false',
        wrap: true,
      }),
      note(say('offer.extend-note')),
    ],
    submit: say('form.next'),
  });
}
