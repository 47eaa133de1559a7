package dev.landwaiter.policy.conftest.output;

import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import dev.landwaiter.policy.conftest.Totals;
import java.util.List;

/// Commands of the pipelines of Azure DevOps.
final class AzureDevOps {
  private AzureDevOps() {}

  static String of(List<CheckResult> results, ReportOptions options) {
    var text = new StringBuilder();
    for (CheckResult result : results) {
      text.append("##[section]Testing '").append(result.file()).append("' against ");
      text.append(result.total()).append(" policies in namespace '");
      text.append(result.namespace()).append("'\n##[group]See conftest results\n");
      for (Message message : result.failures()) {
        issue(text, "error", result, message, options);
      }
      for (Message message : result.warnings()) {
        issue(text, "warning", result, message, options);
      }
      for (Message message : result.exceptions()) {
        issue(text, "warning", result, message, options);
      }
      for (Message message : result.skipped()) {
        text.append("skipped file=").append(result.file()).append(' ');
        text.append(message.text()).append('\n');
      }
      if (result.successes() > 0) {
        text.append("success file=").append(result.file()).append(' ');
        text.append(result.successes()).append('\n');
      }
      text.append("##[endgroup]\n");
    }
    return text.append(Totals.of(results).sentence(options.skipped())).append('\n').toString();
  }

  private static void issue(
      StringBuilder text, String type, CheckResult result, Message message, ReportOptions options) {
    text.append("##vso[task.logissue type=").append(type);
    if (options.placed() && message.place().isPresent()) {
      var start = message.place().get().span().start();
      text.append(";sourcepath=").append(property(message.place().get().file()));
      text.append(";linenumber=").append(start.line());
      text.append(";columnnumber=").append(start.column());
    }
    text.append("] file=").append(result.file()).append(" --> ");
    // A line break would end the command and could begin another one.
    text.append(
        options.placed()
            ? message.text().replace("\r", "%0D").replace("\n", "%0A")
            : message.text());
    text.append('\n');
  }

  private static String property(String text) {
    return text.replace(";", "%3B").replace("]", "%5D").replace("\r", "%0D").replace("\n", "%0A");
  }
}
