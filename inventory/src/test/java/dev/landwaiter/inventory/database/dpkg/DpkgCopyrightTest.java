package dev.landwaiter.inventory.database.dpkg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.inventory.testing.Trees;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DpkgCopyrightTest {
  private static Map<String, List<String>> licenses(String path, String text) {
    return Trees.analyze(List.of(new DpkgCopyright()), Trees.of(Map.of(path, text)))
        .packageLicenses();
  }

  @Test
  void fieldsAndMentionsAreJoined() {
    assertThat(
            licenses(
                "usr/share/doc/bash/copyright",
                """
                Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
                License: GPL-3+ (with a remark)
                License: The main library is licensed under MIT license
                 License: not at the beginning
                  as in `/usr/share/common-licenses/Apache-2.0'.
                License: GPL-3+
                On Debian, see /usr/share/common-licenses/.
                """))
        .isEqualTo(Map.of("bash", List.of("GPL-3.0-or-later", "MIT", "Apache-2.0")));
  }

  @Test
  void otherFilesAndFilesWithoutLicencesSayNothing() {
    assertThat(licenses("usr/share/doc/bash/copyright", "Copyright somebody")).isEmpty();
    assertThat(licenses("usr/share/doc/bash/examples/copyright", "License: MIT")).isEmpty();
    assertThat(licenses("usr/share/doc/copyright", "License: MIT")).isEmpty();
  }
}
