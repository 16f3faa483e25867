import { connect } from 'node:net';

/** A request as nginx hands it to uWSGI; the promise is the whole answer. Fails when nobody answers within two seconds. */
export function askUwsgi(port: number, host: string, path = '/'): Promise<string> {
  const variables = {
    REQUEST_METHOD: 'GET',
    REQUEST_URI: path,
    PATH_INFO: path,
    QUERY_STRING: '',
    SERVER_PROTOCOL: 'HTTP/1.1',
    SERVER_NAME: host,
    SERVER_PORT: '80',
    HTTP_HOST: host,
    UWSGI_FASTROUTER_KEY: host,
  };
  return exchange(port, uwsgiPacket(variables));
}

export function exchange(port: number, request: Buffer | string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect({ host: '127.0.0.1', port });
    let answer = '';
    socket.setTimeout(2000, () => socket.destroy(new Error('no answer')));
    socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece));
    socket.on('error', fail);
    socket.on('close', () => {
      done(answer);
    });
    socket.write(request);
  });
}

/** Byte 0: modifier 1, bytes 1 and 2: length of the rest, byte 3: modifier 2; then names and values with their lengths. */
function uwsgiPacket(variables: Readonly<Record<string, string>>): Buffer {
  const words = Object.entries(variables).flat().map(word);
  const body = Buffer.concat(words);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(body.length, 1);
  return Buffer.concat([head, body]);
}

function word(text: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16LE(Buffer.byteLength(text));
  return Buffer.concat([length, Buffer.from(text)]);
}

/** The same layout, read: what a worker that announces itself says. */
export function readVariables(packet: Buffer): ReadonlyMap<string, string> {
  const words: string[] = [];
  for (let at = 4; at < packet.length;) {
    const end = at + 2 + packet.readUInt16LE(at);
    words.push(packet.toString('utf8', at + 2, end));
    at = end;
  }
  return new Map(words.flatMap((name, at) => (at % 2 === 0 ? [[name, words[at + 1] ?? '']] : [])));
}
