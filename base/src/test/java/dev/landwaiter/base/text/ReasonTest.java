package dev.landwaiter.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

class ReasonTest {
  @Test
  void saysWhatIsWrongWithTheFile() {
    assertThat(Reason.of(new NoSuchFileException("a"))).isEqualTo("a does not exist");
    assertThat(Reason.of(new AccessDeniedException("a"))).isEqualTo("a: permission denied");
    assertThat(Reason.of(new FileAlreadyExistsException("a"))).isEqualTo("a is there already");
    assertThat(Reason.of(new NotDirectoryException("a"))).isEqualTo("a is no folder");
  }

  @Test
  void leavesOtherErrorsAsTheyAre() {
    assertThat(Reason.of(new IOException("No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(Reason.of(new EOFException())).isEqualTo("EOFException");
  }
}
