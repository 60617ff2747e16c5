import assert from 'node:assert/strict';
import { ProgrammeKind } from '../../../domain/company/records.ts';
import { ChecklistItemId } from '../../../domain/customers/records.ts';
import { agreementFor, agreements } from '../../../domain/shared/agreements.ts';
import { checklistGuides, enterYourProductKey, productKeyForExistingSubscription, redeemAtMicrosoft } from '../../../domain/shared/guides.ts';
import { PlanId } from '../../../domain/shared/plans.ts';

describe('the agreement for a plan', () => {
  it('is the Online Services Agreement for Small Business and the Open Agreement for Midsize, whoever the partner is', () => {
    for (const programme of ProgrammeKind.options) {
      assert.equal(agreementFor('small-business', { programme }).kind, 'online-services-agreement');
      assert.equal(agreementFor('midsize-business', { programme }).kind, 'open-agreement');
    }
  });

  it('for today’s plans is the Customer Agreement from a CSP and the Online Services Agreement from an advisor', () => {
    for (const plan of PlanId.options.filter((id) => id !== 'small-business' && id !== 'midsize-business')) {
      assert.equal(agreementFor(plan, { programme: 'csp-direct' }).kind, 'customer-agreement');
      assert.equal(agreementFor(plan, { programme: 'csp-indirect-reseller' }).kind, 'customer-agreement');
      assert.equal(agreementFor(plan, { programme: 'advisor' }).kind, 'online-services-agreement');
    }
  });
});

describe('what is recorded of an agreement', () => {
  it('is its name and the day on which its text was last looked at: nothing that Microsoft has not said', () => {
    for (const { name, version, checkedOn } of Object.values(agreements)) {
      assert.equal(version, `${name}, as known on ${checkedOn}`);
      assert.doesNotMatch(version, /published/);
    }
  });

  it('is a bare name, the same in every language: no words about it in one of them', () => {
    for (const { name } of Object.values(agreements)) assert.doesNotMatch(name, /[():]/);
  });
});

describe('the pages of Microsoft’s that are linked', () => {
  const links = () => [
    ...Object.values(agreements),
    ...Object.values(checklistGuides),
    redeemAtMicrosoft,
    enterYourProductKey,
    productKeyForExistingSubscription,
  ];

  it('are Microsoft’s own, over https, with a source and the day it was checked', () => {
    for (const { link, source, checkedOn } of links()) {
      const url = new URL(link);
      assert.equal(url.protocol, 'https:');
      assert.match(url.hostname, /^(?:.+\.)?microsoft(?:365)?\.com$/);
      assert.ok(source.length > 0);
      assert.match(checkedOn, /^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('name no language: Microsoft shows the reader’s own', () => {
    for (const { link } of links()) assert.doesNotMatch(link, /\/[a-z]{2}-[a-z]{2}\//i);
  });

  it('are one guide for each task after set-up', () => {
    assert.deepEqual(Object.keys(checklistGuides).toSorted(), ChecklistItemId.options.toSorted());
  });
});
