/** Codes a WebSocket is closed with (RFC 6455, 7.4). After the first three a client comes again with `since`. */
export const CLOSE = {
  goingAway: 1001,
  failed: 1011,
  tryAgain: 1013,
  badQuery: 4422,
  forbidden: 4403,
  notFound: 4404,
} as const;
