package dev.landwaiter.cli.command.gate;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// What a thread has allocated so far.
final class Allocations {
  private Allocations() {}

  /// Bytes; 0 where the virtual machine does not count them.
  static long ofThisThread() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
            && bean.isThreadAllocatedMemorySupported()
        ? bean.getCurrentThreadAllocatedBytes()
        : 0;
  }
}
