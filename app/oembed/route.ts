import { respond } from '#app/_answers/next-route.ts';

// The answers decide how long they hold; nothing is kept here.
export const dynamic = 'force-dynamic';

export {
  respond as GET,
  respond as HEAD,
  respond as OPTIONS,
  respond as POST,
  respond as PUT,
  respond as PATCH,
  respond as DELETE,
};
