import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Follows which connections have a request under way. Call what it returns when the server stops: connections without one are closed at
 * once, what was answered on them having been sent, and the others when their last answer is out. Closing one's own half only, as Node
 * does by itself, would leave it to the other side how long that takes.
 */
export function followConnections(server: Server): () => void {
  const underWay = new Map<Socket, number>();
  let isStopping = false;
  const closeIdle = (socket: Socket): void => {
    if (isStopping && underWay.get(socket) === 0) socket.destroySoon();
  };
  const count = (socket: Socket, more: number): void => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + more);
    closeIdle(socket);
  };
  server.on('connection', (socket) => {
    count(socket, 0);
    socket.once('close', () => underWay.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => {
      if (underWay.has(socket)) count(socket, -1);
    });
  });
  return () => {
    isStopping = true;
    for (const socket of underWay.keys()) closeIdle(socket);
  };
}
