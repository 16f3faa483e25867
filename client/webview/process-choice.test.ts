import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StepRole } from '../../shared/launch-plan.ts';
import {
  allProcesses,
  flipProcess,
  flipRole,
  hiddenIds,
  isAlone,
  onlyProcess,
  onlyRole,
  roleIsShown,
  rolesOf,
} from './process-choice.ts';
import type { LogProcess } from './protocol.ts';

const process = (id: string, role: StepRole): LogProcess => ({
  ...{ id, title: id, role, folder: '/', colour: 'ansiRed', requestFormats: [] },
});
const processes = [
  process('nginx', 'nginx'),
  process('router', 'router'),
  process('worker-1', 'worker'),
  process('worker-2', 'worker'),
];
const later = [...processes, process('worker-3', 'worker')];

describe('the choice of processes', () => {
  it('hides all workers at once, the ones that come later included', () => {
    const choice = flipRole(allProcesses, processes, 'worker');
    assert.deepEqual([...hiddenIds(choice, processes)], ['worker-1', 'worker-2']);
    assert.deepEqual([...hiddenIds(choice, later)], ['worker-1', 'worker-2', 'worker-3']);
    assert.equal(roleIsShown(choice, processes, 'worker'), false);
    assert.equal(roleIsShown(choice, processes, 'router'), true);
    assert.deepEqual(flipRole(choice, later, 'worker'), allProcesses);
  });

  it('brings one worker out of a hidden role, and only that', () => {
    const hiddenRole = flipRole(allProcesses, later, 'worker');
    const choice = flipProcess(hiddenRole, later, 'worker-2');
    assert.deepEqual([...hiddenIds(choice, later)], ['worker-1', 'worker-3']);
    assert.equal(roleIsShown(choice, later, 'worker'), 'mixed');
  });

  it('shows the whole of a role of which some are hidden', () => {
    const some = flipProcess(flipProcess(allProcesses, later, 'worker-2'), later, 'nginx');
    assert.equal(roleIsShown(some, later, 'worker'), 'mixed');
    assert.deepEqual(flipRole(some, later, 'worker'), { hidden: ['nginx'], hiddenRoles: [] });
  });

  it('shows one process or one role alone', () => {
    const one = onlyProcess(processes, 'worker-2');
    assert.deepEqual([...hiddenIds(one, processes)], ['nginx', 'router', 'worker-1']);
    assert.ok(isAlone(one, processes, ({ id }) => id === 'worker-2'));
    const workers = onlyRole(processes, 'worker');
    assert.deepEqual([...hiddenIds(workers, later)], ['nginx', 'router']);
    assert.ok(isAlone(workers, later, ({ role }) => role === 'worker'));
    assert.ok(!isAlone(workers, later, ({ id }) => id === 'worker-2'));
    assert.ok(!isAlone(allProcesses, later, ({ role }) => role === 'worker'));
  });

  it('knows roles in the order of the processes', () => {
    assert.deepEqual(rolesOf(later), ['nginx', 'router', 'worker']);
  });
});
