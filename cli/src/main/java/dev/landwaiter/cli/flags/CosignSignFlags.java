package dev.landwaiter.cli.flags;

import static dev.landwaiter.cli.flags.CosignFlags.text;
import static dev.landwaiter.cli.flags.CosignFlags.toggle;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;

/// Flags that the commands that sign share; names and values are those of `cosign`.
public final class CosignSignFlags {
  public static final Flag TLOG_UPLOAD =
      toggle(
              "tlog-upload",
              "show the signature to a transparency log; a signing config without a"
                  + " log is the better way to leave it out")
          .standard("true");
  public static final Flag ISSUE_CERTIFICATE =
      toggle("issue-certificate", "get a certificate for an identity also for a key of one's own");
  public static final Flag OUTPUT_SIGNATURE =
      text("output-signature", "file for the signature in its older form");
  public static final Flag OUTPUT_CERTIFICATE =
      text("output-certificate", "file for the certificate in its older form")
          .formerly(new Flag.Former("output-cert", "signing.output-cert"));
  public static final Flag RECORD_CREATION =
      toggle("record-creation-timestamp", "date the image of signatures with the present time");
  public static final Flag PREDICATE = text("predicate", "file with the predicate; - is the input");
  public static final Flag STATEMENT = text("statement", "file with the whole statement");
  public static final Flag TYPE =
      text("type", "type of the predicate: a short name or an address").standard("custom");
  public static final Flag ENTRY_TYPE =
      text("rekor-entry-type", "type of the log entry; dsse is written in any case")
          .standard("dsse")
          .allowed("dsse", "intoto");

  /// What every command that signs has, besides the groups of [CosignFlags].
  public static final FlagGroup SIGNING =
      new FlagGroup(
          "Signing Flags",
          CosignFlags.BUNDLE,
          CosignFlags.TRUSTED_ROOT,
          CosignFlags.YES,
          CosignFlags.CERTIFICATE,
          CosignFlags.CERTIFICATE_CHAIN,
          ISSUE_CERTIFICATE,
          CosignFlags.NEW_BUNDLE_FORMAT,
          CosignFlags.REKOR_URL,
          TLOG_UPLOAD,
          OUTPUT_SIGNATURE,
          OUTPUT_CERTIFICATE);

  private CosignSignFlags() {}
}
