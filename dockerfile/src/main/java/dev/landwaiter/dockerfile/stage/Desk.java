package dev.landwaiter.dockerfile.stage;

import java.util.List;
import java.util.Map;

/// What is at hand while instructions are carried out.
///
/// @param expander for arguments
/// @param bodies for documents
/// @param given build arguments
record Desk(
    Expander expander,
    Expander bodies,
    Suggestions suggestions,
    Globals globals,
    Map<String, String> given,
    List<Draft> drafts,
    Refusals refusals) {}
