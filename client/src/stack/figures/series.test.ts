import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSeries } from './series.ts';

const second = 1_000_000;
const request = (at: number, millis: number, status = 200) => ({ at: at * 1000, millis, status });

describe('requests by the second', () => {
  it('have the nearest rank as their percentiles', () => {
    const series = createSeries();
    for (let millis = 1; millis <= 100; millis += 1) series.add(request(second, millis));
    assert.deepEqual(series.percentiles(second, second + 1), { p50: 50, p95: 95, p99: 99 });
    series.add(request(second + 1, 1000));
    assert.deepEqual(series.percentiles(second + 1, second + 2), {
      ...{ p50: 1000, p95: 1000, p99: 1000 },
    });
    assert.equal(series.percentiles(second, second + 2)?.p50, 51);
  });

  it('know nothing of a second without a request', () => {
    const series = createSeries();
    series.add(request(second, 5, 503));
    series.add(request(second + 2, 7, 404));
    const points = series.points(second, second + 3);
    assert.deepEqual(
      points.map(({ requests, errors }) => [requests, errors]),
      [
        [1, 1],
        [0, 0],
        [1, 0],
      ],
    );
    assert.equal(points[1]?.percentiles, undefined);
    assert.deepEqual([series.clientErrors, series.serverErrors, series.first], [1, 1, second]);
  });

  it('forget old seconds, and count on', () => {
    const series = createSeries(10);
    series.add(request(second, 1));
    series.add(request(second + 30, 1));
    series.add(request(second + 1, 1));
    assert.equal(series.total, 3);
    assert.equal(
      series.points(second, second + 31).reduce((sum, { requests }) => sum + requests, 0),
      1,
    );
  });
});
