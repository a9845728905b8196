"""The command as one program without Python: what `packaging/jianbao.spec` starts."""

import multiprocessing
import sys

from generator.cli.main import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a process of a batch begins here too
    sys.exit(main())
