"""Types into a program on a terminal. Usage: press.py STEPS COMMAND..., STEPS a JSON list of [text to wait for, keys]."""

import fcntl, json, os, pty, select, struct, sys, termios, time

steps, command = json.loads(sys.argv[1]), sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 400, 0, 0))
    os.execvp(command[0], command)
shown, seen = b"", 0
deadline = time.time() + 40
while time.time() < deadline:
    if steps and steps[0][0].encode() in shown[seen:]:
        seen = len(shown)
        time.sleep(0.5)
        os.write(terminal, steps.pop(0)[1].encode())
    if select.select([terminal], [], [], 0.1)[0]:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        shown += data
sys.stdout.buffer.write(shown)
sys.exit(99 if steps else os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
