import type { ConfNode, NginxConf } from '../../nginx-conf/conf.ts';
import { isSelfContained, settingIn } from '../../nginx-conf/inherit.ts';
import { soundNamed, soundWhere } from '../../nginx-conf/sound.ts';
import { hasTemplateBlocks } from '../../nginx-conf/template.ts';
import { bytesOf } from '../../nginx-conf/values/bytes-of.ts';
import { defineRule, type NginxRule, type Report } from '../rule.ts';
import { noticedAt } from './noticed-at.ts';

export const bufferSizes: NginxRule = defineRule({
  id: 'nginx/buffer-sizes',
  scope: 'nginx',
  reach: 'file',
  level: 'error',
  docs: {
    what: 'Reports sizes of buffers that do not go together, as with `proxy_busy_buffers_size` beyond all of `proxy_buffers` but one.',
    why: 'nginx compares them at the end of `http` and refuses to start or reload. What is not set has its default: eight buffers of 4k, twice the size of one for what is busy.',
    fix: 'Raise or lower the size that is marked, or set the other one, too.',
    source: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_busy_buffers_size',
  },
  check({ path, text, conf }, report) {
    if (conf.kind !== 'main' || hasTemplateBlocks(text)) return;
    for (const [protocol, blocks] of blocksWithSizes(conf))
      for (const block of blocks)
        if (isSelfContained(block) && isMerged(block)) compare(path, protocol, block, report);
    for (const { node } of soundNamed(conf, 'large_client_header_buffers'))
      if (node.parent && isSelfContained(node.parent)) {
        const pool = settingIn(node.parent, 'connection_pool_size')?.statement.args[0];
        const word = node.statement.args[1];
        const least = bytesOf(pool?.value) ?? 512;
        const own = bytesOf(word?.value);
        if (word && own !== undefined && own < least)
          report({
            span: word.span,
            message: `buffers of ${own} bytes are smaller than \`connection_pool_size\` (${least})`,
            related: noticedAt(path, node.parent),
          });
      }
  },
});

const sizes =
  /^(proxy|uwsgi|fastcgi|scgi)_(?:buffer_size|buffers|busy_buffers_size|temp_file_write_size|max_temp_file_size)$/;

function blocksWithSizes(conf: NginxConf): ReadonlyMap<string, ReadonlySet<ConfNode>> {
  const found = new Map<string, Set<ConfNode>>();
  for (const { node, entry } of soundWhere(conf, ({ name }) => sizes.test(name))) {
    const protocol = sizes.exec(entry.name)?.[1];
    if (protocol === undefined || node.parent === undefined) continue;
    found.set(protocol, (found.get(protocol) ?? new Set()).add(node.parent));
  }
  return found;
}

const page = 4096;

function compare(path: string, protocol: string, block: ConfNode, report: Report): void {
  const words = (name: string) => settingIn(block, `${protocol}_${name}`)?.statement.args;
  const given = (name: string) => words(name)?.[0];
  const [countWord, sizeWord] = words('buffers') ?? [];
  const count = countWord ? Number(countWord.value) : 8;
  const one = sizeWord ? bytesOf(sizeWord.value) : page;
  const first = given('buffer_size');
  const head = first ? bytesOf(first.value) : page;
  if (one === undefined || head === undefined || !Number.isInteger(count)) return;
  const least = Math.max(one, head);
  const tell = (name: string, message: string) => {
    // What is wrong in an outer block shows in every block inside that sets any of the sizes: it is told once.
    const word = [given(name), first, given('buffers')].find(
      (one) => one && block.children.some(({ statement }) => statement.args.includes(one)),
    );
    if (word) report({ span: word.span, message, related: noticedAt(path, block) });
  };
  if (count < 2) {
    tell('buffers', `"${protocol}_buffers" must be two at least`);
    return;
  }
  const busyWord = given('busy_buffers_size');
  const busy = busyWord ? bytesOf(busyWord.value) : 2 * least;
  if (busy !== undefined && busy < least)
    tell(
      'busy_buffers_size',
      `"${protocol}_busy_buffers_size" must be ${shown(least)} at least, the largest of "${protocol}_buffer_size" and one of "${protocol}_buffers"`,
    );
  else if (busy !== undefined && busy > (count - 1) * one)
    tell(
      busyWord ? 'busy_buffers_size' : 'buffers',
      `"${protocol}_busy_buffers_size" (${shown(busy)}${busyWord ? '' : ', its default'}) must be ${shown((count - 1) * one)} at most, all of "${protocol}_buffers" but one`,
    );
  const writeWord = given('temp_file_write_size');
  const write = writeWord ? bytesOf(writeWord.value) : undefined;
  if (write !== undefined && write < least)
    tell(
      'temp_file_write_size',
      `"${protocol}_temp_file_write_size" must be ${shown(least)} at least`,
    );
  const mostWord = given('max_temp_file_size');
  const most = mostWord ? bytesOf(mostWord.value) : undefined;
  if (most !== undefined && most !== 0 && most < least)
    tell(
      'max_temp_file_size',
      `"${protocol}_max_temp_file_size" must be 0 or ${shown(least)} at least`,
    );
}

function shown(bytes: number): string {
  return bytes % 1024 === 0 ? `${bytes / 1024}k` : String(bytes);
}

/** nginx joins settings for servers and locations only: what `http` says is of no account without any. */
function isMerged(block: ConfNode): boolean {
  return block.opens !== 'http' || block.children.some(({ opens }) => opens === 'server');
}
