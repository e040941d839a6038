/** Loaded before the program: whatever would reach for the network ends it, and says so. */
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const forbidden = (what) => () => {
  process.stderr.write(`FORBIDDEN: ${what}\n`);
  process.kill(process.pid, 'SIGKILL');
};

for (const [module, names] of Object.entries({
  dgram: [dgram, ['createSocket']],
  dns: [dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']],
  'dns.promises': [dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse']],
  http: [http, ['request', 'get', 'createServer']],
  http2: [http2, ['connect', 'createServer']],
  https: [https, ['request', 'get', 'createServer']],
  net: [net, ['connect', 'createConnection', 'createServer']],
  tls: [tls, ['connect', 'createServer']],
}))
  for (const name of names[1]) names[0][name] = forbidden(`${module}.${name}`);
// A pipe to a parent process is a socket to Node as well; only what connects or listens is meant.
for (const name of ['connect']) net.Socket.prototype[name] = forbidden(`Socket.${name}`);
net.Server.prototype.listen = forbidden('Server.listen');
globalThis.fetch = forbidden('fetch');
globalThis.WebSocket = forbidden('WebSocket');
globalThis.EventSource = forbidden('EventSource');
syncBuiltinESMExports();
