import { writeFileSync } from 'node:fs';
import { rightsPage } from './rights-page.ts';

// `npm run rights`: keeps RIGHTS.md as the tables of the domain are now. Read the difference before you commit it.
writeFileSync(new URL('../../RIGHTS.md', import.meta.url), rightsPage());
