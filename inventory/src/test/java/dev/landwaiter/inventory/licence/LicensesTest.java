package dev.landwaiter.inventory.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicensesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MIT                                        | MIT
          mit                                        | MIT
          The MIT License                            | MIT
          MIT Licence                                | MIT
          The MIT License (MIT)                      | MIT
          Expat                                      | MIT
          apache 2.0                                 | Apache-2.0
          Apache License, Version 2.0                | Apache-2.0
          Apache Software License v2                 | Apache-2.0
          Apache (v2.0)                              | Apache-2.0
          ASL 2.0                                    | Apache-2.0
          http://www.apache.org/licenses/LICENSE-2.0 | Apache-2.0
          BSD                                        | BSD-3-Clause
          BSD 3-Clause                               | BSD-3-Clause
          BSD-3-clause                               | BSD-3-Clause
          BSD-like                                   | BSD-3-Clause
          BSD-2                                      | BSD-2-Clause
          GPL                                        | GPL-2.0-or-later
          GPL2                                       | GPL-2.0-only
          GPLv2                                      | GPL-2.0-only
          GPL-2+                                     | GPL-2.0-or-later
          GPL v2 or later                            | GPL-2.0-or-later
          GPL-2.0-only                               | GPL-2.0-only
          GPL-2.0-or-later                           | GPL-2.0-or-later
          GPL-1.0+                                   | GPL-1.0-or-later
          GNU General Public License (GPL)           | GPL-3.0-or-later
          GNU General Public License v3 (GPLv3)      | GPL-3.0-only
          GNU Lesser General Public License v3 or later (LGPLv3+) | LGPL-3.0-or-later
          LGPL with exceptions                       | LGPL-3.0-only
          LGPL-2.1                                   | LGPL-2.1-only
          AGPL                                       | AGPL-3.0-only
          GFDL                                       | GFDL-1.3-or-later
          GFDL-NIV-1.3+                              | GFDL-1.3-no-invariants-or-later
          GFDL-1.3-no-invariants-only                | GFDL-1.3-no-invariants-only
          GPL-2+ with Autoconf exception             | GPL-2.0-with-autoconf-exception+
          GPL-2.0-with-classpath-exception           | GPL-2.0-with-classpath-exception
          Academic Free License (AFL)                | AFL-2.1
          Eclipse Public License - v 2.0             | EPL-2.0
          EUPL-1.2                                   | EUPL-1.2
          bzip2-1.0.6                                | bzip2-1.0.6
          zlib/libpng                                | zlib-acknowledgement
          Unlicense                                  | Unlicense
          UNLICENSED                                 | UNLICENSED
          Artistic                                   | Artistic-2.0
          Artistic-2                                 | Artistic-2
          3C-BSD                                     | 3C-BSD
          MIT/X11                                    | MIT/X11
          MIT*                                       | MIT*
          PSF                                        | PSF
          Public Domain                              | Public Domain
          GPL-2+ with Font exception                 | GPL-2+ with Font exception
          LPGL-2.1+                                  | LPGL-2.1+
          version 2.0                                | version 2.0
          SEE LICENSE IN LICENSE                     | SEE LICENSE IN LICENSE
          Apache-2.0 WITH LLVM-exception             | Apache-2.0 WITH LLVM-exception
          text://You may, using this                 | text://You may, using this
          """)
  void names(String written, String meant) {
    assertThat(Licenses.normalize(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MIT, Apache-2.0                        | MIT;Apache-2.0
          MIT,ISC                                | MIT;ISC
          BSD or MIT                             | BSD;MIT
          GPL-2_or_MIT_and_ISC                   | GPL-2;MIT;ISC
          BSD, or MIT                            | BSD;MIT
          Apache License, Version 2.0, MIT       | Apache License, Version 2.0;MIT
          GPL v2 or later                        | GPL v2 or later
          MIT OR ISC                             | MIT OR ISC
          BSD and/or GPL                         | BSD and/or GPL
          Historical Permission Notice and Disclaimer (HPND), MIT | Historical Permission Notice and Disclaimer (HPND);MIT
          Android or Orange                      | Android;Orange
          """)
  void splits(String written, String names) {
    assertThat(Licenses.split(written)).containsExactly(names.split(";"));
  }

  @Test
  void aTextStaysWhole() {
    String text = "Permission is granted, provided that";
    assertThat(Licenses.split(text)).containsExactly("text://" + text);
    assertThat(Licenses.split("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MPL 2.0 GPL2+                      | MPL 2.0;GPL2+
          (GPL-2.0-only AND MIT) OR ISC      | GPL-2.0-only;MIT;ISC
          GPL-3.0-or-later WITH GCC-exception-3.1 AND MIT | GPL-3.0-or-later WITH GCC-exception-3.1;MIT
          GPL2 BSD public-domain             | GPL2;BSD;public-domain
          """)
  void laxSplits(String written, String names) {
    assertThat(Licenses.laxSplit(written)).containsExactly(names.split(";"));
  }

  @Test
  void laxSplitOfNothingIsNothing() {
    assertThat(Licenses.laxSplit(" ")).isEmpty();
    assertThat(Licenses.laxSplit("WITH")).isEqualTo(List.of("WITH"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.apache.org/licenses/LICENSE-2.0.txt, Apache-2.0",
    "http://opensource.org/licenses/MIT/, MIT",
    "https://OpenSource.org/license/mit, MIT",
    "https://www.eclipse.org/legal/epl-2.0/, EPL-2.0",
  })
  void addresses(String address, String id) {
    assertThat(Licenses.ofAddress(address)).contains(id);
  }

  @Test
  void anUnknownAddressIsNoLicence() {
    assertThat(Licenses.ofAddress("https://example.test/LICENSE")).isEmpty();
  }

  @Test
  void everyIdMeansItself() {
    assertThat(LicenseTable.SPDX.ids()).hasSizeGreaterThan(600);
    assertThat(LicenseTable.SPDX.ids().values())
        .filteredOn(id -> !id.matches("(L|A)?GPL-.*|GFDL-.*"))
        .allSatisfy(id -> assertThat(Licenses.normalize(id)).isEqualTo(id));
  }
}
