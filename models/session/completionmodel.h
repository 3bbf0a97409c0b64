// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/completionsources.h"

#include <QAbstractListModel>

namespace Sonde::Client {

/// What could stand where the cursor is.
class CompletionModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompletionModel)

public:
    enum class Kind {
        Verb,
        ParameterName,
        Flag,
        OutputType,
        Choice,
        CommandNumber,
        Path,
        Folder,
        Process,
        LibraryFile,
        Name
    };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole, ///< int(Kind)
        InsertTextRole,          ///< what replaces [start(), start()+length())
        DetailRole,              ///< beside it: a process's name, a command's line, a parameter's type
        DescriptionKeyRole,      ///< for ui/words: a verb, or "verb.parameter"
        ReasonRole,              ///< Error, when the candidate is not offered; else invalid
    };

    struct Candidate {
        Kind kind = Kind::Verb;
        QString text;   ///< shown
        QString insert; ///< with a blank behind where the word is complete
        QString detail;
        QString descriptionKey;
        std::optional<Error> reason;
    };

    explicit CompletionModel(const CompletionSources &sources, QObject *parent = nullptr);

    /// Looks at the line and cursor anew.
    void update(const QString &line, qsizetype cursor);
    [[nodiscard]] const Candidate &candidate(int row) const { return m_candidates[size_t(row)]; }
    /// The word that is replaced.
    [[nodiscard]] qsizetype start() const { return m_context.start; }
    [[nodiscard]] qsizetype length() const { return m_context.length; }
    [[nodiscard]] const CursorContext &context() const { return m_context; }
    /// The longest beginning all enabled candidates share, for Tab; empty when it adds nothing.
    [[nodiscard]] QString commonInsert() const;
    /// The line by which the device tells what may stand here ("dir /etc"); empty when it need not be asked.
    [[nodiscard]] const QString &lookup() const { return m_lookup; }
    [[nodiscard]] const CompletionSources &sources() const { return m_sources; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void collect(const QString &line);
    void addVerbs();
    void addParameterNames(const QString &line);
    void addOutputTypes();
    void addValues();
    void addCommands();
    void addListed(Kind kind);
    void addPaths();
    void addRegistryKeys();
    const CompletionSources::Listing *lookUp(const QString &line);
    void addLibraryFiles();
    void add(Candidate candidate);

    const CompletionSources &m_sources;
    CursorContext m_context;
    std::vector<Candidate> m_candidates;
    QString m_lookup;
};

} // namespace Sonde::Client
