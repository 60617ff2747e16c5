/** Somebody who can be played in a local Playground. `objectId` is the directory id that the book knows them by. */
export interface LocalPerson {
  readonly objectId: string;
  readonly givenName: string;
  readonly surname: string;
  readonly email: string;
}

/** A company of local mode: one Playground, signed in as its `currentUser`. The Playground wants exactly five others. */
export interface LocalCompany {
  readonly side: 'partner' | 'customer';
  readonly tenant: string;
  readonly name: string;
  readonly currentUser: LocalPerson;
  readonly others: readonly [LocalPerson, LocalPerson, LocalPerson, LocalPerson, LocalPerson];
}

const atNorthwind = personsAt('northwind-partner.example', '11111111');
const atContoso = personsAt('contoso.cz', '22222222');

/** The partner of the sample book. What each of them may do stands there. */
export const northwind: LocalCompany = {
  side: 'partner',
  tenant: '11111111-1111-4111-8111-111111111111',
  name: 'Northwind Partner',
  currentUser: atNorthwind(1, 'Jana', 'Nováková'),
  others: [
    atNorthwind(2, 'Petr', 'Svoboda'),
    atNorthwind(3, 'Zuzana', 'Kováčová'),
    atNorthwind(4, 'Adele', 'Vance'),
    atNorthwind(5, 'Tomáš', 'Dvořák'),
    atNorthwind(6, 'Eva', 'Horáková'),
  ],
};

/** A customer of the sample book, in a directory of its own; its current user is its admin. */
export const contoso: LocalCompany = {
  side: 'customer',
  tenant: '22222222-2222-4222-8222-222222222222',
  name: 'Contoso',
  currentUser: atContoso(1, 'Karel', 'Beneš'),
  others: [
    atContoso(2, 'Lucie', 'Dvořáková'),
    atContoso(3, 'Martin', 'Procházka'),
    atContoso(4, 'Alena', 'Marková'),
    atContoso(5, 'Jakub', 'Horák'),
    atContoso(6, 'Monika', 'Krejčí'),
  ],
};

export function nameOf(person: LocalPerson): string {
  return `${person.givenName} ${person.surname}`;
}

function personsAt(domain: string, directory: string): (number: number, givenName: string, surname: string) => LocalPerson {
  return (number, givenName, surname) => ({
    objectId: `${directory}-0000-4000-8000-${String(number).padStart(12, '0')}`,
    givenName,
    surname,
    email: `${plain(givenName)}.${plain(surname)}@${domain}`,
  });
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
