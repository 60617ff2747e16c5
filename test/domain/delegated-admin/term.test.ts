import assert from 'node:assert/strict';
import { DelegationTerms } from '../../../domain/delegated-admin/records.ts';
import { delegationRoles, isGlobalAdministrator, leastRoleFor, roleOf } from '../../../domain/delegated-admin/roles.ts';
import { isActive, lastDayOf, statusOf } from '../../../domain/delegated-admin/term.ts';
import { addDays, daysBetween } from '../../../domain/shared/dates.ts';
import { day, instant, petr } from '../../support/builders.ts';
import { aRelationship, classic, gdap, roleIds } from '../../support/offers.ts';

const ended = { at: instant('2026-05-05T23:30:00.000Z'), side: 'partner', person: petr().person, name: petr().name } as const;

describe('how long delegated administration lasts', () => {
  const year = aRelationship({ startsOn: day('2026-02-01'), endsOn: day('2027-01-31') });

  it('is active from its first through its last day, then expired', () => {
    for (const [today, status] of [
      ['2026-02-01', 'active'],
      ['2027-01-31', 'active'],
      ['2027-02-01', 'expired'],
    ] as const) {
      assert.equal(statusOf(year, day(today)), status);
      assert.equal(isActive(year, day(today)), status === 'active');
    }
    assert.equal(isActive(year, day('2026-01-31')), false);
  });

  it('has no end in the classic form', () => {
    const relationship = aRelationship({ terms: classic, endsOn: day('9999-12-31') });
    assert.equal(lastDayOf(relationship, day('2040-01-01')), '9999-12-31');
    assert.equal(statusOf(relationship, day('2040-01-01')), 'active');
  });

  it('ends at once when either side ends it; that day is its last', () => {
    for (const relationship of [{ ...year, ended }, aRelationship({ terms: classic, endsOn: day('9999-12-31'), ended })]) {
      assert.equal(statusOf(relationship, day('2026-05-05')), 'ended');
      assert.equal(isActive(relationship, day('2026-05-05')), false);
      assert.equal(lastDayOf(relationship, day('2027-06-01')), '2026-05-05');
    }
  });

  it('that extends itself goes on by 180 days at each end, for ever', () => {
    const extending = aRelationship({ terms: gdap({ autoExtends: true }), endsOn: day('2027-01-31') });
    assert.equal(lastDayOf(extending, day('2027-01-31')), '2027-01-31');
    assert.equal(lastDayOf(extending, day('2027-02-01')), '2027-07-30');
    assert.equal(lastDayOf(extending, day('2027-07-30')), '2027-07-30');
    assert.equal(lastDayOf(extending, day('2027-07-31')), '2028-01-26');
    for (let days = 0; days < 2000; days += 1) {
      const today = addDays(day('2026-02-01'), days);
      const last = lastDayOf(extending, today);
      assert.ok(last >= today && daysBetween(day('2027-01-31'), last) % 180 === 0 && statusOf(extending, today) === 'active');
    }
  });
});

describe('the roles that can be asked for', () => {
  it('have ids and slugs of their own, a source and the day on which it was looked at', () => {
    assert.equal(new Set(delegationRoles.map(({ id }) => id)).size, delegationRoles.length);
    assert.equal(new Set(delegationRoles.map(({ slug }) => slug)).size, delegationRoles.length);
    for (const role of delegationRoles) {
      assert.ok(role.source !== '' && /^\d{4}-\d\d-\d\d$/.test(role.checkedOn));
      assert.equal(roleOf(role.id), role);
    }
  });

  it('are ordered so that the least that allows a task is the first: nobody is asked for Global Administrator who needs less', () => {
    assert.equal(delegationRoles.at(-1)?.slug, 'global-administrator');
    for (const task of delegationRoles.at(-1)?.tasks ?? []) assert.notEqual(leastRoleFor(task)?.slug, 'global-administrator');
  });

  it('know Global Administrator, which never extends itself', () => {
    assert.deepEqual(
      delegationRoles.filter(({ id }) => isGlobalAdministrator(id)).map(({ slug }) => slug),
      ['global-administrator'],
    );
  });
});

describe('what is asked for in today’s form', () => {
  const accepts = (facts: object): boolean => DelegationTerms.safeParse({ ...gdap(), ...facts }).success;

  it('lasts 1 to 730 days', () => {
    assert.deepEqual(
      [0, 1, 730, 731, 1.5].map((days) => accepts({ days })),
      [false, true, true, false, false],
    );
  });

  it('has a name of at most 50 characters, and at least one role', () => {
    assert.deepEqual([accepts({ name: '' }), accepts({ name: 'x'.repeat(50) }), accepts({ name: 'x'.repeat(51) })], [false, true, false]);
    assert.deepEqual([accepts({ roles: [] }), accepts({ roles: roleIds('global-reader') })], [false, true]);
  });
});
