import assert from 'node:assert/strict';
import { decideChooseLanguage } from '../../../domain/company/choose-language.ts';
import type { ChooseLanguage } from '../../../domain/company/commands.ts';
import { CommandId } from '../../../domain/shared/ids.ts';
import { cloudy, jana } from '../../support/builders.ts';
import { deciding } from '../../support/given.ts';

describe('choosing a language', () => {
  const given = deciding(decideChooseLanguage);
  const choose: ChooseLanguage = {
    type: 'choose-language',
    commandId: CommandId.parse('choose'),
    partner: cloudy,
    by: jana().person,
    byName: jana().name,
    language: 'sk',
  };

  it('keeps it for the person', () => {
    const decision = given({ preference: undefined }).when(choose);
    decision.yields({ language: 'sk' });
    assert.deepEqual(decision.record('preference', jana().person), { person: jana().person, language: 'sk' });
  });

  it('tells the audit which one it was before', () => {
    const event = given({ preference: { person: jana().person, language: 'cs' } })
      .when(choose)
      .event('language-chosen');
    assert.deepEqual([event.before, event.after], [{ language: 'cs' }, { language: 'sk' }]);
  });

  it('changes nothing for the one that is chosen already', () => {
    given({ preference: { person: jana().person, language: 'sk' } })
      .when(choose)
      .changesNothing();
  });
});
