// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/casefile/caseindex.h"

#include <functional>
#include <memory>

struct archive;

namespace Sonde::Client {

/// Signs a text with the key of the workstation.
using CaseSign = std::function<QByteArray(const QByteArray &text)>;

/// Writes a case file, member after member; it has its name when it is whole. Blocks. After an error nothing more is written, and finish()
/// says it again.
class CaseWriter final
{
    Q_DISABLE_COPY_MOVE(CaseWriter)

public:
    /// CannotWrite, NoSpace. A file of that name is replaced at the end.
    [[nodiscard]] static Result<std::unique_ptr<CaseWriter>> create(const QString &path);
    ~CaseWriter();

    /// Begins a member; its bytes follow, exactly so many.
    void begin(const QByteArray &name, qint64 size);
    void write(QByteArrayView bytes);
    void add(const QByteArray &name, const QByteArray &bytes);

    /// The manifest, the seal, and the name. `key`: the point of the one that signs.
    [[nodiscard]] Result<void> finish(const QByteArray &key, const CaseSign &sign);

private:
    struct Parts;
    explicit CaseWriter(std::unique_ptr<Parts> parts);

    void end();
    [[nodiscard]] Result<void> seal(const QByteArray &key, const CaseSign &sign);

    std::unique_ptr<Parts> m_parts;
};

} // namespace Sonde::Client
