"""Runs a command on a terminal of its own and presses Enter at each prompt. Usage: answer.py PROMPT... -- COMMAND..."""

import fcntl, os, pty, select, struct, sys, termios, time

split = sys.argv.index("--")
prompts, command = sys.argv[1:split], sys.argv[split + 1 :]
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 200, 0, 0))
    os.execvp(command[0], command)
shown = b""
deadline = time.time() + 30
while time.time() < deadline:
    if prompts and prompts[0].encode() in shown:
        prompts.pop(0)
        time.sleep(0.2)
        os.write(terminal, b"\r")
    if select.select([terminal], [], [], 0.1)[0]:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        shown += data
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) if not prompts else 99)
