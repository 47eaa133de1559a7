package dev.landwaiter.dockerfile.output.own;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// One array with an object for each finding: what hadolint's has, with the real place, and the
/// rest of what is known. Columns count code points.
public final class OwnJson implements ReportFormat {
  private record Row(Linted linted, Finding finding, ReportOptions options) {}

  @Override
  public String id() {
    return "json";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Linted linted : files) {
      linted.findings().forEach(each -> rows.add(new Row(linted, each, options)));
    }
    new JsonWriter(out, JsonStyle.INDENTED.withoutHtmlEscapes())
        .values(rows, OwnJson::write)
        .newline()
        .flush();
  }

  private static void write(JsonWriter json, Row row) throws IOException {
    Finding finding = row.finding();
    json.beginObject().name("code").value(finding.id()).field("aliases", finding.aliases());
    json.name("level").value(finding.level().id());
    json.name("file").value(row.options().shown(row.linted()));
    place(json, "", finding.span().start());
    place(json, "end", finding.span().end());
    json.name("instructionLine").value(finding.line());
    json.name("message").value(finding.message());
    RuleInfo rule = row.options().rules().apply(finding.id()).orElse(null);
    if (rule != null) {
      json.field("why", rule.why()).field("how", rule.how());
    }
    Fix fix = finding.fix().orElse(null);
    if (fix != null) {
      json.name("fix").beginObject().name("what").value(fix.what());
      json.name("safe").value(fix.safe());
      json.name("edits").values(fix.edits(), OwnJson::edit).endObject();
    }
    json.endObject();
  }

  private static void place(JsonWriter json, String prefix, Position place) throws IOException {
    json.name(prefix.isEmpty() ? "line" : prefix + "Line").value(place.line());
    json.name(prefix.isEmpty() ? "column" : prefix + "Column").value(place.column());
  }

  private static void edit(JsonWriter json, Edit edit) throws IOException {
    json.beginObject();
    place(json, "", edit.span().start());
    place(json, "end", edit.span().end());
    json.name("text").value(edit.text()).endObject();
  }
}
