import assert from 'node:assert/strict';
import { fabrikam, petr } from '../support/builders.ts';
import { clicks, fills, hides, holds, shows, transcript } from '../support/transcript.ts';
import { bothGrant, contosos } from '../support/two-customers.ts';

const ofContoso = { title: 'Mail down at Contoso', description: 'Contoso’s server', severity: 'critical', recipient: 'microsoft', subscription: contosos().id };
const ofFabrikam = { title: 'No licences', description: 'Since Monday', severity: 'moderate', recipient: 'microsoft' };

describe('another customer for a service request', () => {
  const scene = { as: petr(), book: bothGrant() };

  transcript(
    'begins an empty request: neither text nor subscription of the first one goes along',
    scene,
    (say) => [
      ['find contoso'],
      [clicks(say('intent.open-service-request'))],
      [fills(ofContoso), shows(say('request.review-heading'))],
      [clicks(say('acting.other-customer')), shows(say('request.customer-heading'))],
      [fills({ customer: fabrikam().id }), shows(say('request.form-heading'), 'Fabrikam'), holds({ title: '', description: '' }), hides('Contoso')],
      [fills(ofFabrikam), shows(say('request.review-heading'), 'Fabrikam'), hides('Contoso')],
      [fills(), shows(say('request.heading'), 'No licences')],
    ],
    async ({ store }) => {
      const requests = await store.list('requests-of-customer', { key: fabrikam().id, limit: 5 });
      assert.deepEqual(
        requests.rows.map(({ value }) => [value.title, value.subscription]),
        [['No licences', undefined]],
      );
    },
  );

  transcript('takes nothing along that was only half typed', scene, (say) => [
    ['find contoso'],
    [clicks(say('intent.open-service-request'))],
    [clicks(say('form.back'), ofContoso), shows(say('request.customer-heading'))],
    [fills({ customer: fabrikam().id }), shows(say('request.form-heading'), 'Fabrikam'), holds({ title: '', description: '' }), hides('Contoso')],
  ]);

  transcript('is not the same customer chosen again: then everything stays', scene, (say) => [
    ['find contoso'],
    [clicks(say('intent.open-service-request'))],
    [fills(ofContoso)],
    [clicks(say('acting.other-customer'))],
    [fills(), shows(say('request.review-heading'), ofContoso.title)],
  ]);
});
