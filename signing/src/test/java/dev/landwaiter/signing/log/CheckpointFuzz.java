package dev.landwaiter.signing.log;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import java.nio.charset.StandardCharsets;

/// Whatever the text of a checkpoint or of an entry's body: it is read, or refused with a reason.
///
/// `./check` runs the kept inputs; `bench/fuzz` looks for new ones.
class CheckpointFuzz {
  @FuzzTest
  void readsNotes(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    try {
      SignedNote note = SignedNote.parse(text);
      if (!text.startsWith(note.text()) || note.lines().isEmpty() || note.lines().size() > 100) {
        throw new AssertionError(note);
      }
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      if (checkpoint.size() < 0 || checkpoint.root().size() != 32) {
        throw new AssertionError(checkpoint);
      }
    } catch (RefusedException e) {
      // As it should.
    }
  }

  @FuzzTest
  void readsBodies(byte[] content) {
    try {
      EntryBody.parse(Bytes.of(content));
    } catch (RefusedException e) {
      // As it should.
    }
  }
}
