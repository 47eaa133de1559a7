package dev.landwaiter.oci.layer;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.zip.DataFormatException;

/// Decompression by [IsalLibrary], whose state is `struct inflate_state` of its `igzip_lib.h`.
final class IsalInflate implements Inflate {
  private static final int STATE_SIZE = 256 << 10;
  private static final int BUFFER_SIZE = 64 << 10;

  private static final long NEXT_OUT = 0;
  private static final long AVAIL_OUT = 8;
  private static final long NEXT_IN = 16;
  private static final long AVAIL_IN = 32;
  private static final long BITS_READ_AHEAD = 36;
  private static final long BLOCK_STATE = 21_160;
  private static final int BLOCK_FINISH = 5;

  /// Shared, because a stream may be read by one thread and closed by another.
  private final Arena arena = Arena.ofShared();

  private final IsalLibrary library;
  private final MemorySegment state = arena.allocate(STATE_SIZE, 64);
  private final MemorySegment in = arena.allocate(BUFFER_SIZE, 64);
  private final MemorySegment out = arena.allocate(BUFFER_SIZE, 64);
  private byte[] input = new byte[0];
  private int inputAt;
  private int inputEnd;

  IsalInflate(IsalLibrary library) {
    this.library = library;
    reset();
  }

  @Override
  public void reset() {
    state.fill((byte) 0);
    library.init(state);
    inputAt = inputEnd;
  }

  @Override
  public void input(byte[] bytes, int offset, int length) {
    input = bytes;
    inputAt = offset;
    inputEnd = offset + length;
  }

  @Override
  public int inflate(byte[] into, int offset, int length) throws DataFormatException {
    while (true) {
      if (get(AVAIL_IN) == 0) {
        int part = Math.min(BUFFER_SIZE, inputEnd - inputAt);
        MemorySegment.copy(input, inputAt, in, ValueLayout.JAVA_BYTE, 0, part);
        inputAt += part;
        state.set(ValueLayout.ADDRESS, NEXT_IN, in);
        state.set(ValueLayout.JAVA_INT, AVAIL_IN, part);
      }
      int room = Math.min(length, BUFFER_SIZE);
      state.set(ValueLayout.ADDRESS, NEXT_OUT, out);
      state.set(ValueLayout.JAVA_INT, AVAIL_OUT, room);
      int result = library.inflate(state);
      if (result != 0) {
        throw new DataFormatException("ISA-L error " + result);
      }
      int written = room - get(AVAIL_OUT);
      MemorySegment.copy(out, ValueLayout.JAVA_BYTE, 0, into, offset, written);
      boolean starved = get(AVAIL_IN) == 0 && inputAt < inputEnd;
      if (written > 0 || finished() || !starved) {
        return written;
      }
    }
  }

  private int get(long offset) {
    return state.get(ValueLayout.JAVA_INT, offset);
  }

  @Override
  public boolean finished() {
    return get(BLOCK_STATE) == BLOCK_FINISH;
  }

  @Override
  public int unused() {
    return inputEnd - inputAt + get(AVAIL_IN) + get(BITS_READ_AHEAD) / 8;
  }

  @Override
  public void close() {
    arena.close();
  }
}
