package dev.landwaiter.dockerfile.rule.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LabelFormsTest {
  private record Form(
      String name, Predicate<String> test, List<String> accepted, List<String> refused) {}

  private static final List<Form> FORMS =
      List.of(
          new Form(
              "url",
              Url::valid,
              List.of(
                  "https://example.org",
                  "https://example.org/a/b?c=d#e",
                  "https:",
                  "https://",
                  "mailto:a@example.org",
                  "host.org:80",
                  "urn:isbn:123",
                  "http://[::1]:80/",
                  "https://example.org:/",
                  "https://u:p@example.org/%20",
                  "https://example.org/$X",
                  "file:///a?b?c"),
              List.of(
                  "",
                  "nothing",
                  ":",
                  "example.org/a",
                  "//example.org/a",
                  "1http://x",
                  "https://example.org/a b",
                  "https://example.org ",
                  "https://example.org/${X}",
                  "https://exämple.org",
                  "https://example.org/%zz",
                  "https://example.org/%2",
                  "https://example.org:abc/",
                  "http://[::1/",
                  "http://[1]/",
                  "git@example.org:a/b.git",
                  "https://example.org/<x>",
                  "https://example.org/`x",
                  "https://a#b#c")),
          new Form(
              "rfc3339",
              Rfc3339::valid,
              List.of(
                  "2024-01-02T03:04:05Z",
                  "2024-01-02t03:04:05z",
                  "2024-01-02T03:04:05.123456789123Z",
                  "2024-01-02T03:04:05.Z",
                  "2024-02-29T03:04:05-01:30",
                  "2016-12-31T23:59:60Z",
                  "2024-01-02T03:04:05+0100",
                  "2024-01-02T03:04:05+25:00",
                  "0000-01-01T00:00:00Z",
                  "12024-01-02T03:04:05Z",
                  "2024-01-02T03:04:05Z "),
              List.of(
                  "",
                  "2024-01-02 03:04:05Z",
                  "2024-01-02T03:04:05",
                  "2024-01-02T03:04Z",
                  "2024-04-31T03:04:05Z",
                  "2023-02-29T03:04:05Z",
                  "2024-00-02T03:04:05Z",
                  "2024-13-02T03:04:05Z",
                  "2024-01-00T03:04:05Z",
                  "2024-01-02T24:00:00Z",
                  "2024-01-02T03:60:00Z",
                  "2024-01-02T03:04:61Z",
                  "2024-1-2T03:04:05Z",
                  "2024-01-02T03:04:05+01",
                  "2024-01-02T03:04:05,5Z",
                  "2024-01-02T03:04:05Zx",
                  "1700000000")),
          new Form(
              "spdx",
              SpdxId::valid,
              List.of("MIT", "0BSD", "GPL-3.0-only", "Unicode-3.0", "BUSL-1.1"),
              List.of(
                  "",
                  "mit",
                  " MIT",
                  "MIT\n0BSD",
                  "GPL-3.0",
                  "Apache-2.0+",
                  "MIT OR 0BSD",
                  "NONE",
                  "HPND-merchantability-variant")),
          new Form(
              "hash",
              CommitHash::valid,
              List.of("0123abc", "0123456789abcdef0123456789abcdef01234567"),
              List.of("", "0123ab", "0123abcd", "0123ABC", "0123xyz", "0123ab ")),
          new Form(
              "semver",
              SemanticVersion::valid,
              List.of(
                  "1.2.3",
                  "01.002.3",
                  "1.2.3-rc.1+b.2",
                  "1.2.3-",
                  "1.2.3+",
                  "1.2.3-+",
                  "1.2.3+001",
                  "99999999999999999999.0.0"),
              List.of(
                  "",
                  "1",
                  "1.2",
                  "v1.2.3",
                  "1.2.3.4",
                  "1.2.3 ",
                  "1.2.3-a..b",
                  "1.2.3-a.",
                  "1.2.3-a_b",
                  "1.2.3+a+b")),
          new Form(
              "email",
              EmailAddress::valid,
              List.of(
                  "a@example.org",
                  "a+b@example.org",
                  "A@EXAMPLE.ORG",
                  "o'neil@example.org",
                  "a@localhost",
                  "a@[127.0.0.1]",
                  "a@example.org.",
                  "\"a b\\\"\"@example.org",
                  "a(who (he))@(where)example.org"),
              List.of(
                  "",
                  "example.org",
                  "@example.org",
                  "a@",
                  "a@b@c",
                  "A B <a@example.org>",
                  "a b@example.org",
                  ".a@example.org",
                  "a..b@example.org",
                  "ä@example.org",
                  "a@exämple.org",
                  "a@-example.org",
                  "a@example-.org",
                  "a@ex_ample.org",
                  "a@example..org",
                  "\"a@example.org",
                  "a(@example.org",
                  "a@[1",
                  "mailto:a@example.org",
                  "a@example.org, b@example.org")));

  @TestFactory
  Stream<DynamicTest> forms() {
    return FORMS.stream()
        .flatMap(form ->
            Stream.concat(
                form.accepted().stream().map(each -> check(form, each, true)),
                form.refused().stream().map(each -> check(form, each, false))));
  }

  private static DynamicTest check(Form form, String text, boolean valid) {
    return DynamicTest.dynamicTest(
        form.name() + ": " + text, () -> assertThat(form.test().test(text)).isEqualTo(valid));
  }
}
