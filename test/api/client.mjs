// A person at the interface: signs in, gives commands, reads.
import { randomBytes } from 'node:crypto';
import assert from 'node:assert/strict';

/** A UUIDv7 (RFC 9562 section 5.7). */
export function uuidv7() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export class Person {
  static async signIn(url, { account, password }) {
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: account, password }),
    });
    assert.equal(answer.status, 200, `${account} signs in: ${await answer.clone().text()}`);
    const person = new Person();
    person.url = url;
    person.cookie = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    const session = await answer.json();
    person.csrf = session.csrf_token;
    person.caller = session.caller;
    return person;
  }

  async request(method, path, body, type = 'application/json') {
    const headers = { cookie: this.cookie, 'x-csrf-token': this.csrf };
    if (body !== undefined) headers['content-type'] = type;
    const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(this.url + path, { method, headers, body: sent });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  }

  async read(path) {
    const { status, body } = await this.request('GET', path);
    assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`);
    return body;
  }

  /** Gives a command and returns {status, body}, whatever the answer. */
  give(command, stream, version, payload, more = {}) {
    return this.request('POST', `/api/command/${command}`, {
      command_id: uuidv7(),
      stream,
      expected_version: version,
      payload,
      ...more,
    });
  }
}

/** A file whose version is followed from command to command. */
export class File {
  constructor(stream) {
    this.stream = stream;
    this.version = 0;
  }

  async accepted(person, command, payload, more) {
    const { status, body } = await person.give(command, this.stream, this.version, payload, more);
    assert.equal(status, 200, `${command}: ${JSON.stringify(body)}`);
    this.version = body.version;
    return body;
  }

  /** Refused with exactly these codes, each with an article. */
  async refused(person, command, payload, ...codes) {
    const { status, body } = await person.give(command, this.stream, this.version, payload);
    assert.equal(status, 422, `${command}: ${JSON.stringify(body)}`);
    assert.deepEqual(
      body.refusals.map((refusal) => refusal.code),
      codes,
      command,
    );
    for (const refusal of body.refusals) assert.ok(refusal.articles.length > 0, `${refusal.code} names its article`);
  }
}
