// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/base/result.h"

#include <QByteArray>
#include <vector>

namespace Sonde::Service {

/// What a YAML document says, with the line of each thing.
struct YamlNode {
    enum class Kind { Null, Scalar, List, Map };
    struct Member;

    Kind kind = Kind::Null;
    qint64 line = 1; ///< from 1
    QByteArray text; ///< of a scalar, UTF-8
    std::vector<YamlNode> items;
    std::vector<Member> members; ///< in their order; each name once

    /// nullptr: there is none.
    [[nodiscard]] const YamlNode *member(QByteArrayView name) const;
};

struct YamlNode::Member {
    QByteArray name;
    YamlNode value;
};

/// A file of documents by somebody nobody trusts: at most MostYamlBytes long, 16 deep, of 200,000 things, without aliases, which would
/// make little text large. ArtifactsMalformed (facts: line) when it is more, or no YAML; TooLarge.
[[nodiscard]] Result<std::vector<YamlNode>> readYaml(const QString &name, const QByteArray &text);

inline constexpr qsizetype MostYamlBytes = 2 * 1024 * 1024;

} // namespace Sonde::Service
