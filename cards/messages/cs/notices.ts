import type { Part } from '../catalogue.ts';
import type { notices as english } from '../en/notices.ts';

export const notices = {} satisfies Part<typeof english>;
