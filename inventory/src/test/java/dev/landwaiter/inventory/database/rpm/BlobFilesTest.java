package dev.landwaiter.inventory.database.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.inventory.database.DatabaseException;
import dev.landwaiter.testing.Shared;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Files made to lead a reader in circles, and files of the other byte order.
@SuppressWarnings("ByteBufferBackingArray") // every buffer here is a whole array
class BlobFilesTest {
  private static final class Collected implements HeaderVisitor {
    private final List<Integer> sizes = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    @Override
    public void header(byte[] blob) {
      sizes.add(blob.length);
    }

    @Override
    public void damaged(String message) {
      messages.add(message);
    }
  }

  private static ByteBuffer shared(String path) throws Exception {
    byte[] bytes = Files.readAllBytes(Shared.path("rpmdb/" + path));
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static Collected ndb(ByteBuffer file) throws DatabaseException {
    var collected = new Collected();
    Ndb.read(file.array(), collected);
    return collected;
  }

  @Test
  void aSlotWithoutItsMarkIsSkipped() throws Exception {
    Collected collected = ndb(shared("sle15-bci/Packages.db").putInt(32, 0));
    assertThat(collected.sizes).hasSize(34);
    assertThat(collected.messages).containsExactly("the slot at 32 has no slot's mark");
  }

  @Test
  void aPackageIsReadOnceHoweverManySlotsPointToIt() throws Exception {
    ByteBuffer file = shared("sle15-bci/Packages.db");
    for (int slot = 48; slot < 4096; slot += 16) {
      file.put(slot, file, 32, 16);
    }
    Collected collected = ndb(file);
    assertThat(collected.sizes).containsExactly(4128);
    assertThat(collected.messages).hasSize(253).containsOnly("package 1 is listed twice");
  }

  @Test
  void aBlobThatWasChangedIsToldAndRead() throws Exception {
    ByteBuffer file = shared("sle15-bci/Packages.db");
    file.put(256 * 16 + 2000, (byte) ~file.get(256 * 16 + 2000));
    Collected collected = ndb(file);
    assertThat(collected.sizes).hasSize(35);
    assertThat(collected.messages).containsExactly("the checksum of package 1 does not fit");
  }

  /// A database of three pages of 512 bytes: meta, hash, overflow.
  private static ByteBuffer berkeley(ByteOrder order, int length) {
    ByteBuffer file = ByteBuffer.allocate(3 * 512).order(order);
    file.putInt(12, 0x00061561).putInt(16, 9).putInt(20, 512).put(25, (byte) 8).putInt(32, 2);
    file.putShort(512 + 20, (short) 2).put(512 + 25, (byte) 13);
    file.putShort(512 + 26, (short) 500).putShort(512 + 28, (short) 480);
    file.put(512 + 480, (byte) 3).putInt(512 + 484, 2).putInt(512 + 488, length);
    return file.putShort(1024 + 22, (short) 100).put(1024 + 25, (byte) 7);
  }

  private static Collected bdb(ByteBuffer file) throws DatabaseException {
    assertThat(BerkeleyDb.isBerkeleyDb(file.array())).isTrue();
    var collected = new Collected();
    BerkeleyDb.read(file.array(), collected);
    return collected;
  }

  @Test
  void bothByteOrdersAreRead() throws Exception {
    assertThat(bdb(berkeley(ByteOrder.LITTLE_ENDIAN, 100)).sizes).containsExactly(100);
    assertThat(bdb(berkeley(ByteOrder.BIG_ENDIAN, 100)).sizes).containsExactly(100);
  }

  @Test
  void aChainThatLeadsToItselfEnds() throws Exception {
    Collected collected = bdb(berkeley(ByteOrder.LITTLE_ENDIAN, 100).putInt(1024 + 16, 2));
    assertThat(collected.sizes).isEmpty();
    assertThat(collected.messages).containsExactly("overflow page 2 is used twice");
  }

  @Test
  void whatDoesNotFitIsTold() throws Exception {
    assertThat(bdb(berkeley(ByteOrder.LITTLE_ENDIAN, 99)).messages)
        .containsExactly("a value has 100 bytes instead of 99");
    assertThat(bdb(berkeley(ByteOrder.LITTLE_ENDIAN, 100).put(1024 + 25, (byte) 13)).messages)
        .containsExactly("page 2 is no overflow page");
    assertThat(bdb(berkeley(ByteOrder.LITTLE_ENDIAN, 100).putInt(1024 + 16, 77)).messages)
        .containsExactly("overflow page 77 does not exist");
  }
}
