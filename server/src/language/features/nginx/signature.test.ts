import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nginxCursor } from '../../testing/nginx-cursor.ts';

/** The signature with its active parameter in «». */
const signature = (text: string) => {
  const { features, offset } = nginxCursor(text);
  const found = features.signature(offset);
  if (found === undefined) return undefined;
  const { label, parameters, active } = found;
  for (const parameter of parameters) assert.ok(label.includes(parameter.label), parameter.label);
  const shown = active === undefined ? undefined : parameters[active]?.label;
  return shown === undefined ? label : label.replace(shown, `«${shown}»`);
};
const inHttp = (line: string) => signature(`http { ${line} }`);
const inServer = (line: string) => signature(`http { server { ${line} } }`);

test('the arguments by their place', () => {
  assert.equal(inServer('rewrite <|>'), 'rewrite «<regex>» <replacement> [<flag>];');
  assert.equal(inServer('rewrite a <|>'), 'rewrite <regex> «<replacement>» [<flag>];');
  assert.equal(inServer('rewrite a b la<|>st;'), 'rewrite <regex> <replacement> [«<flag>»];');
  assert.equal(inServer('rewrite a b last <|>;'), 'rewrite <regex> <replacement> [<flag>];');
  assert.equal(inServer('gzip_types a/b <|>;'), 'gzip_types «<mime-type>» ...;');
  assert.equal(inHttp('map <|> $b { }'), 'map «<string>» <$variable> { … }');
  assert.equal(inServer('if ($a = <|>'), 'if «(<condition>)» { … }');
});

test('parameters by their names', () => {
  const limit = (line: string) => inServer(`limit_req ${line};`)?.replace(/^limit_req |;$/g, '');
  assert.equal(limit('zone=o<|>'), '«zone=<name>» [burst=<number>] [nodelay | delay=<number>]');
  assert.equal(
    limit('zone=o burst=<|>'),
    'zone=<name> [«burst=<number>»] [nodelay | delay=<number>]',
  );
  assert.equal(
    limit('zone=o nodelay<|>'),
    'zone=<name> [burst=<number>] [«nodelay | delay=<number>»]',
  );
  assert.equal(
    inHttp("log_format a escape=<|>json '$x';"),
    'log_format <name> [«escape=default|json|none»] <string> ...;',
  );
  assert.equal(
    inHttp("log_format a escape=json '$x' <|>"),
    'log_format <name> [escape=default|json|none] «<string>» ...;',
  );
});

test('location, listen, and the servers of an upstream', () => {
  assert.equal(inServer('location ~<|>'), 'location [ «= | ~ | ~* | ^~» ] <uri> { … }');
  assert.equal(inServer('location ~ /a<|> {}'), 'location [ = | ~ | ~* | ^~ ] «<uri>» { … }');
  assert.equal(inServer('location /a<|> {}'), 'location [ = | ~ | ~* | ^~ ] «<uri>» { … }');
  assert.match(inServer('listen 8<|>0;') ?? '', /^listen «<port>» /);
  assert.match(inServer('listen 127.0.0.1:8<|>0;') ?? '', /^listen «<address>\[:<port>\]» /);
  assert.match(inServer('listen 80 default_server ba<|>cklog=5;') ?? '', /^listen <port> /);
  assert.match(inServer('listen 80 backlog=<|>5;') ?? '', /\[«backlog=<number>»\]/);
  assert.match(inHttp('upstream a { server b:1 we<|>; }') ?? '', /^server <address> \[weight=/);
  assert.match(inHttp('upstream a { server b:1 weight=<|>5; }') ?? '', /\[«weight=<value>»\]/);
});

test('the form that is meant among several', () => {
  assert.equal(inServer('return 301 <|>;'), 'return <code> [«<text>»];');
  assert.equal(inServer('return /<|>a;'), 'return «<URL>»;');
  assert.equal(
    inServer('error_page 404 50<|>0 /x;'),
    'error_page «<code>» ... [=[<response>]] <uri>;',
  );
  assert.equal(
    inServer('error_page 404 =2<|>00 /x;'),
    'error_page <code> ... [«=[<response>]»] <uri>;',
  );
  assert.equal(inServer('error_page 404 /<|>x;'), 'error_page <code> ... [=[<response>]] «<uri>»;');
  assert.equal(inServer('try_files $uri =4<|>04;'), 'try_files <file> ... «=<code>»;');
});

test('lines of map and types; nothing where no directive is written', () => {
  assert.equal(inHttp('map $a $b { default <|>; }'), '<key> «<value>»;');
  assert.equal(inHttp('types { text/x a <|>; }'), '<type> «<extension>» ...;');
  for (const line of ['<|>', 'ro<|>ot', 'root /x;<|>', '# root <|>\n', 'nonsense <|>'])
    assert.equal(inServer(line), undefined, line);
});

test('parameters are explained', () => {
  const { features, offset } = nginxCursor('http { server { limit_req zone=a <|>; } }');
  const { parameters = [], markdown } = features.signature(offset) ?? {};
  assert.ok(markdown);
  assert.match(parameters[1]?.markdown ?? '', /burst|wait/);
  assert.match(parameters[2]?.markdown ?? '', /`nodelay`: .*\n\n`delay=`: /);
});
