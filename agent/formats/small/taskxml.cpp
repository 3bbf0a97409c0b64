// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/formats/small/taskxml.h"

#include "agent/formats/base/bytesource.h"
#include "agent/formats/base/details.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace Sonde::Agent {

namespace {

constexpr int DeepestElement = 32;

bool isTrue(QStringView text)
{
    return text.trimmed().compare(u"true", Qt::CaseInsensitive) == 0 || text.trimmed() == u"1";
}

class TaskParser final
{
public:
    explicit TaskParser(const QString &text)
        : m_xml(text)
    {
        m_xml.setEntityExpansionLimit(0); // as in property lists
    }

    /// Adds what the text begins with, and says where that ends, or goes wrong.
    qsizetype parse(TaskListing &listing)
    {
        const bool isOne = m_xml.readNextStartElement() && m_xml.name() == u"Task";
        if (isOne) {
            readTask();
            addTo(listing);
        } else if (m_xml.name() == u"Tasks") {
            readTasks(listing);
        }
        return qsizetype(m_xml.characterOffset());
    }

    /// The text ended before its first element did.
    [[nodiscard]] bool isCut() const { return m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError; }

private:
    void addTo(TaskListing &listing)
    {
        listing.isWhole = listing.isWhole && listing.tasks.size() < MostListed;
        if (!m_xml.hasError() && listing.tasks.size() < MostListed)
            listing.tasks.append(m_task);
    }

    void readTasks(TaskListing &listing)
    {
        QString name; // stands as a comment before each
        while (!m_xml.atEnd() && m_xml.readNext() != QXmlStreamReader::EndElement) {
            if (m_xml.isComment()) {
                name = m_xml.text().trimmed().toString();
            } else if (m_xml.isStartElement() && m_xml.name() == u"Task") {
                m_task = {};
                m_task.name = std::exchange(name, {});
                readTask();
                addTo(listing);
            } else if (m_xml.isStartElement()) {
                m_xml.skipCurrentElement();
            }
        }
    }

    void readTask()
    {
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"RegistrationInfo")
                readTexts([this](QStringView name, const QString &text) { takeRegistration(name, text); });
            else if (m_xml.name() == u"Principals")
                readPrincipals();
            else if (m_xml.name() == u"Settings")
                readTexts([this](QStringView name, const QString &text) { takeSetting(name, text); });
            else if (m_xml.name() == u"Triggers")
                readTyped(m_task.triggers);
            else if (m_xml.name() == u"Actions")
                readTyped(m_task.actions);
            else
                m_xml.skipCurrentElement();
        }
    }

    template<typename Visitor>
    void readTexts(Visitor visit)
    {
        while (m_xml.readNextStartElement()) {
            const QString name = m_xml.name().toString();
            visit(name, m_xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
        }
    }

    void takeRegistration(QStringView name, const QString &text)
    {
        if (name == u"Author")
            m_task.author = text;
        else if (name == u"Description")
            m_task.description = text;
        else if (name == u"URI")
            m_task.uri = text;
        else if (name == u"Date")
            m_task.date = text;
        else if (name == u"Source")
            m_task.source = text;
    }

    void takeSetting(QStringView name, const QString &text)
    {
        if (name == u"Hidden")
            m_task.isHidden = isTrue(text);
        else if (name == u"Enabled")
            m_task.isEnabled = isTrue(text);
    }

    void readPrincipals()
    {
        while (m_xml.readNextStartElement()) {
            readTexts([this](QStringView name, const QString &text) {
                if (name == u"UserId")
                    m_task.userId = text;
                else if (name == u"GroupId")
                    m_task.groupId = text;
                else if (name == u"LogonType")
                    m_task.logonType = text;
                else if (name == u"RunLevel")
                    m_task.runLevel = text;
            });
        }
    }

    /// Elements whose names are kinds of things.
    void readTyped(QList<QCborMap> &things)
    {
        while (m_xml.readNextStartElement()) {
            QCborMap thing{{u"type"_s, m_xml.name().toString()}};
            readLeaves(thing, {}, 0);
            if (things.size() < MostListed)
                things.append(thing);
        }
    }

    /// All texts below the current element, by their names: "Repetition.Interval".
    void readLeaves(QCborMap &leaves, const QString &path, int depth)
    {
        QString text;
        bool isLeaf = true;
        while (!m_xml.atEnd() && m_xml.readNext() != QXmlStreamReader::EndElement) {
            if (m_xml.isStartElement() && depth >= DeepestElement) {
                m_xml.skipCurrentElement();
            } else if (m_xml.isStartElement()) {
                isLeaf = false;
                const QString name = m_xml.name().toString();
                readLeaves(leaves, path.isEmpty() ? name : QString(path + u'.' + name), depth + 1);
            } else if (m_xml.isCharacters()) {
                text += m_xml.text();
            }
        }
        if (!isLeaf || path.isEmpty() || leaves.size() >= MostListed)
            return;
        addLine(leaves, path, text.trimmed());
    }

    QXmlStreamReader m_xml;
    TaskDefinition m_task;
};

/// Task after task: each declaration begins another one. What looks like a declaration may be a part of a task: one that ends too early is
/// given what there is up to a later declaration.
class TaskListReader final
{
public:
    explicit TaskListReader(const QString &text)
        : m_text(text)
        , m_left(MostTimes * text.size())
    {
    }

    TaskListing read()
    {
        for (qsizetype begin = 0; begin >= 0 && m_listing.isWhole; begin = m_text.indexOf(Declaration, begin))
            begin += lengthAt(begin);
        return std::move(m_listing);
    }

private:
    static constexpr auto Declaration = "<?xml"_L1;
    static constexpr qsizetype MostTimes =
        16; ///< so often is the text parsed: many broken tasks would take each to its end

    /// Adds the tasks that begin there, and says where to look for the next declaration, at least one further.
    qsizetype lengthAt(qsizetype begin)
    {
        const qsizetype before = m_listing.tasks.size();
        qsizetype end = begin;
        for (qsizetype more = 1;; more *= 2) {
            for (qsizetype i = 0; i < more && end < m_text.size(); ++i) {
                const qsizetype next = m_text.indexOf(Declaration, end + 1);
                end = next < 0 ? m_text.size() : next;
            }
            m_left -= end - begin;
            TaskParser parser(m_text.sliced(begin, end - begin));
            // Where it goes wrong may be just behind the next declaration.
            const qsizetype ended = parser.parse(m_listing) - Declaration.size() - 1;
            if (!parser.isCut() || end == m_text.size())
                return m_listing.tasks.size() > before ? std::max<qsizetype>(ended, 1) : 1;
            if (m_left < 0) {
                m_listing.isWhole = false;
                return 1;
            }
            m_listing.tasks.resize(before);
            m_listing.isWhole = true;
        }
    }

    const QString &m_text;
    qsizetype m_left; ///< characters that may still be parsed
    TaskListing m_listing;
};

} // namespace

TaskListing readTaskXml(const QString &text)
{
    return TaskListReader(text).read();
}

} // namespace Sonde::Agent
