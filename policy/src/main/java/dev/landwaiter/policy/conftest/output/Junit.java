package dev.landwaiter.policy.conftest.output;

import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JUnit's XML: a suite for each namespace, a case for each message and each success.
final class Junit {
  private static final String CASE = "\t\t<testcase classname=\"%s\" name=\"%s\" time=\"0.000\">";

  private final StringBuilder text = new StringBuilder();
  private final ReportOptions options;

  private Junit(ReportOptions options) {
    this.options = options;
  }

  static String of(List<CheckResult> results, ReportOptions options) {
    Map<String, List<CheckResult>> suites = new LinkedHashMap<>();
    for (CheckResult result : results) {
      suites.computeIfAbsent(result.namespace(), _ -> new ArrayList<>()).add(result);
    }
    var junit = new Junit(options);
    junit.text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>");
    suites.forEach(junit::suite);
    return junit.text.append(suites.isEmpty() ? "" : "\n").append("</testsuites>\n").toString();
  }

  private void suite(String namespace, List<CheckResult> results) {
    int tests = 0;
    int failures = 0;
    for (CheckResult result : results) {
      tests += result.total() - result.exceptions().size();
      failures += result.failures().size() + result.warnings().size();
    }
    String name = attribute("conftest." + namespace);
    text.append("\n\t<testsuite tests=\"").append(tests).append("\" failures=\"").append(failures);
    text.append("\" time=\"0.000\" name=\"").append(name).append("\">\n");
    text.append("\t\t<properties>\n\t\t\t<property name=\"go.version\" value=\"");
    text.append("none\"></property>\n\t\t</properties>\n");
    for (CheckResult result : results) {
      result.warnings().forEach(message -> failure(name, result, message));
      result.failures().forEach(message -> failure(name, result, message));
      result.skipped().forEach(message -> skipped(name, result, message));
      for (int i = 0; i < result.successes(); i++) {
        text.append(CASE.formatted(name, attribute(result.file()))).append("</testcase>\n");
      }
    }
    text.append("\t</testsuite>");
  }

  private void failure(String suite, CheckResult result, Message message) {
    String shown =
        options.placed() && message.place().isPresent()
            ? message.text() + "\n" + Places.text(result, message)
            : message.text();
    begin(suite, result, message);
    text.append("\t\t\t<failure message=\"Failed\" type=\"\">");
    text.append(attribute(shown)).append("</failure>\n\t\t</testcase>\n");
  }

  private void skipped(String suite, CheckResult result, Message message) {
    begin(suite, result, message);
    text.append("\t\t\t<skipped message=\"").append(attribute(message.text()));
    text.append("\"></skipped>\n\t\t</testcase>\n");
  }

  private void begin(String suite, CheckResult result, Message message) {
    String first = message.text().split("\n", -1)[0];
    String name = options.messages() ? result.file() + " - " + first : result.file();
    text.append(CASE.formatted(suite, attribute(name))).append('\n');
  }

  /// Text as Go's `encoding/xml` escapes it, line breaks too.
  private static String attribute(String text) {
    var escaped = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '"' -> escaped.append("&#34;");
        case '\'' -> escaped.append("&#39;");
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '\t' -> escaped.append("&#x9;");
        case '\n' -> escaped.append("&#xA;");
        case '\r' -> escaped.append("&#xD;");
        default -> escaped.appendCodePoint(allowed(c) ? c : 0xfffd);
      }
    }
    return escaped.toString();
  }

  private static boolean allowed(int c) {
    return (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
  }
}
