import assert from 'node:assert/strict';
import type { CompanyTask, CustomerTask } from '../../../domain/company/rights.ts';
import { companyTasks, mayActForCustomers, mayActInCompany } from '../../../domain/company/rights.ts';
import { jana, petr } from '../../support/builders.ts';

describe('rights in supported companies', () => {
  const limited: readonly CustomerTask[] = [
    'product-keys',
    'checklist',
    'renewals',
    'partner-of-record',
    'trial-invitation',
    'purchase-offer',
    'service-request',
    'password-of-user',
  ];
  const full: readonly CustomerTask[] = ['delegation-in-offer', 'delegated-admin-offer', 'subscription-change', 'password-of-admin'];

  it('without one allow nothing but reading', () => {
    for (const task of [...limited, ...full]) {
      assert.equal(mayActForCustomers({ ...petr(), supportedCompanies: 'none' }, task), false, task);
      assert.equal(mayActForCustomers(undefined, task), false, task);
    }
  });

  it('limited: keys, partner of record, trials and offers, service requests, passwords of those who are no admins', () => {
    for (const task of limited) assert.equal(mayActForCustomers(jana(), task), true, task);
    for (const task of full) assert.equal(mayActForCustomers(jana(), task), false, task);
  });

  it('full: also delegation, changes of subscriptions and admins’ passwords', () => {
    for (const task of [...limited, ...full]) assert.equal(mayActForCustomers(petr(), task), true, task);
  });
});

describe('rights in the own company', () => {
  const may = (companyRole: 'none' | 'global-admin' | 'billing-admin' | 'user-admin', task: CompanyTask) => mayActInCompany({ ...jana(), companyRole }, task);
  const tasks = companyTasks;

  it('are all a global admin’s', () => {
    for (const task of tasks) assert.equal(may('global-admin', task), true, task);
  });

  it('are users for a user admin, subscriptions for a billing admin, nothing for others', () => {
    assert.deepEqual(
      tasks.filter((task) => may('user-admin', task)),
      ['own-users'],
    );
    assert.deepEqual(
      tasks.filter((task) => may('billing-admin', task)),
      ['own-subscriptions'],
    );
    assert.deepEqual(
      tasks.filter((task) => may('none', task)),
      [],
    );
    assert.deepEqual(
      tasks.filter((task) => mayActInCompany(undefined, task)),
      [],
    );
  });
});
