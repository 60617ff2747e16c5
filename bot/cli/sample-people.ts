import type { CellValue } from './csv/csv-text.ts';
import { sampleSubscriptionId } from './sample-subscriptions.ts';

type Rows = readonly (readonly CellValue[])[];

/** The partner of the sample book; the default of PARTNER_TENANTS in local mode. */
export const samplePartner = '11111111-1111-4111-8111-111111111111';

/** The directory of Contoso, to which the customer's Playground belongs. */
export const sampleCustomerTenant = '22222222-2222-4222-8222-222222222222';

/** Everybody at the partner, with each kind of right once. */
export const samplePeople: Rows = [
  ['tenantId', 'objectId', 'name', 'email', 'companyRole', 'supportedCompanies', 'language', 'timeZone'],
  person(1, 'Jana Nováková', 'jana.novakova', 'global-admin', 'full', 'cs', 'Europe/Prague'),
  person(2, 'Petr Svoboda', 'petr.svoboda', 'none', 'limited', 'cs', 'Europe/Prague'),
  person(3, 'Zuzana Kováčová', 'zuzana.kovacova', 'none', 'full', 'sk', 'Europe/Bratislava'),
  person(4, 'Adele Vance', 'adele.vance', 'none', 'none', 'en', 'Europe/London'),
  person(5, 'Tomáš Dvořák', 'tomas.dvorak', 'none', 'limited', 'cs', 'Europe/Prague'),
  person(6, 'Eva Horáková', 'eva.horakova', 'billing-admin', 'none', 'cs', 'Europe/Prague'),
];

/** Invented organisations. Domains under .example belong to nobody. */
export const sampleCustomers: Rows = [
  ['customer', 'domain', 'tenantId', 'country', 'language', 'contactName', 'contactEmail', 'owner', 'partnerOfRecord'],
  customer('Contoso', 'contoso.cz', 'CZ', 'cs', 'Karel Beneš', 'karel.benes', 'jana.novakova', sampleCustomerTenant),
  customer('Pekařství U Tří lip', 'pekarstvi-tri-lipy.example', 'CZ', 'cs', 'Božena Říhová', 'bozena.rihova', 'petr.svoboda'),
  customer('Žďárská strojírna', 'zdarska-strojirna.example', 'CZ', 'cs', 'Jiří Kučera', 'jiri.kucera', 'petr.svoboda'),
  customer('Lékárna Na Růžku', 'lekarna-na-ruzku.example', 'CZ', 'cs', 'Šárka Bláhová', 'sarka.blahova', 'tomas.dvorak'),
  customer('Účetnictví Šťastná', 'ucetnictvi-stastna.example', 'CZ', 'cs', 'Milena Šťastná', 'milena.stastna', 'tomas.dvorak'),
  customer('Vinárstvo Modrá hora', 'modra-hora.example', 'SK', 'sk', 'Ľubomír Hronský', 'lubomir.hronsky', 'zuzana.kovacova'),
  customer('Tatranská drevovýroba', 'tatranska-drevovyroba.example', 'SK', 'sk', 'Želmíra Vŕbová', 'zelmira.vrbova', 'zuzana.kovacova'),
  customer('Ľudová tlačiareň', 'ludova-tlaciaren.example', 'SK', 'sk', 'Dušan Kôň', 'dusan.kon', 'zuzana.kovacova'),
  customer('Gästehaus Alpenblick', 'gaestehaus-alpenblick.example', 'AT', 'en', 'Jürgen Größl', 'juergen.groessl', 'jana.novakova'),
  customer('Młyn Zakrzewski', 'mlyn-zakrzewski.example', 'PL', 'en', 'Łucja Wójcik', 'lucja.wojcik', 'jana.novakova'),
  customer("O'Hara & Finch", 'ohara-finch.example', 'GB', 'en', "Maeve O'Hara", 'maeve.ohara', 'adele.vance'),
  customer('Őrségi Fazekasműhely', 'orsegi-fazekas.example', 'HU', 'en', 'Ágnes Kőszegi', 'agnes.koszegi', 'jana.novakova'),
];

/** Who works at the customers. Nobody of a customer whose subscription is over holds a licence. */
export const sampleCustomerUsers: Rows = [
  ['customerDomain', 'name', 'upn', 'objectId', 'isAdmin', 'licensed'],
  ['contoso.cz', 'Karel Beneš', 'karel.benes@contoso.cz', '22222222-0000-4000-8000-000000000001', true, sampleSubscriptionId(1)],
  ['contoso.cz', 'Hana Malá', 'hana.mala@contoso.cz', '22222222-0000-4000-8000-000000000002', false, sampleSubscriptionId(1)],
  ['contoso.cz', 'Ondřej Žák', 'ondrej.zak@contoso.cz', '22222222-0000-4000-8000-000000000003', false, sampleSubscriptionId(2)],
  employee('Božena Říhová', 'bozena.rihova@pekarstvi-tri-lipy.example', true),
  employee('Vít Říha', 'vit.riha@pekarstvi-tri-lipy.example', false),
  employee('Jiří Kučera', 'jiri.kucera@zdarska-strojirna.example', true),
  employee('Renata Čížková', 'renata.cizkova@zdarska-strojirna.example', false),
  employee('Šárka Bláhová', 'sarka.blahova@lekarna-na-ruzku.example', true),
  employee('Milena Šťastná', 'milena.stastna@ucetnictvi-stastna.example', true),
  employee('Ľubomír Hronský', 'lubomir.hronsky@modra-hora.example', true),
  employee('Katarína Ďuricová', 'katarina.duricova@modra-hora.example', false),
  employee('Želmíra Vŕbová', 'zelmira.vrbova@tatranska-drevovyroba.example', true),
  employee('Dušan Kôň', 'dusan.kon@ludova-tlaciaren.example', true),
  employee('Jürgen Größl', 'juergen.groessl@gaestehaus-alpenblick.example', true, false),
  employee('Łucja Wójcik', 'lucja.wojcik@mlyn-zakrzewski.example', true, false),
  employee("Maeve O'Hara", 'maeve.ohara@ohara-finch.example', true),
  employee('Ágnes Kőszegi', 'agnes.koszegi@orsegi-fazekas.example', true),
];

function person(number: number, name: string, mail: string, companyRole: string, supportedCompanies: string, language: string, timeZone: string) {
  const objectId = `11111111-0000-4000-8000-00000000000${number}`;
  return [samplePartner, objectId, name, `${mail}@northwind-partner.example`, companyRole, supportedCompanies, language, timeZone];
}

function customer(name: string, domain: string, country: string, language: string, contact: string, mail: string, owner: string, tenant = '') {
  const isOurs = country === 'CZ' || country === 'SK';
  return [name, domain, tenant, country, language, contact, `${mail}@${domain}`, `${owner}@northwind-partner.example`, isOurs];
}

function employee(name: string, upn: string, isAdmin: boolean, isLicensed = true) {
  return [upn.slice(upn.indexOf('@') + 1), name, upn, undefined, isAdmin, isLicensed];
}
