// Processor time that processes have used. On a machine that does other things as well, an operation's processor time
// says more than how many of them fitted into a second.
import { readFileSync, readdirSync } from 'node:fs';

const ticksPerSecond = 100; // USER_HZ, the same on every Linux of these machines

/// Own time, time of children that have ended, and the parent.
function read(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    return { parent: fields[1], own: fields[11] + fields[12], ended: fields[13] + fields[14] };
  } catch {
    return { parent: 0, own: 0, ended: 0 };
  }
}

/// Microseconds of processor time that `work` costs each process an operation; it returns their number.
export async function costs(pids, work) {
  const before = Object.values(pids).map(spent);
  const count = await work();
  const after = Object.values(pids).map(spent);
  return Object.fromEntries(
    Object.keys(pids).map((name, i) => [name, Math.round(((after[i] - before[i]) * 1000) / count)]),
  );
}

/// Milliseconds of a process and of its children, living or not.
function spent(pid) {
  const self = read(pid);
  let ticks = self.own + self.ended;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const child = read(name);
    if (child.parent === pid) ticks += child.own;
  }
  return (ticks * 1000) / ticksPerSecond;
}
