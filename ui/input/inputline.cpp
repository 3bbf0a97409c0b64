// SPDX-FileCopyrightText: 2026 Sonde contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/input/inputline.h"

#include "models/text/visibletext.h"
#include "ui/input/commandedit.h"
#include "ui/input/completionpopup.h"
#include "ui/input/historypopup.h"
#include "ui/input/usagehint.h"
#include "ui/theme/plaintext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/toolkit/announce.h"
#include "ui/toolkit/languagechange.h"
#include "ui/toolkit/typing.h"
#include "ui/words/words.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sonde::Client {

namespace {

constexpr int Margin = 14;
constexpr int MostPromptWidth = 320;
constexpr int HintGap = 60; ///< between the line and its usage, with what stands around both
constexpr int MostPromptLetters = 40;

} // namespace

InputLine::InputLine(const Theme &theme, CommandHistory &history, const CompletionSources &sources, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_history(history)
    , m_walk(history)
    , m_sources(sources)
    , m_completion(sources)
    , m_prompt(new ElidedLabel(this))
    , m_edit(new CommandEdit(theme, this))
    , m_readline(*m_edit, history)
    , m_hint(new UsageHint(theme, this))
    , m_message(new PlainLabel(this))
{
    setAttribute(Qt::WA_OpaquePaintEvent); // a key does not paint what is under it
    auto *box = new QHBoxLayout;
    box->setContentsMargins(12, 8, 12, 8);
    box->setSpacing(8);
    box->addWidget(m_prompt, 0, Qt::AlignTop);
    box->addWidget(m_edit, 1, Qt::AlignTop);
    box->addWidget(m_hint, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Margin, 8, Margin, 8);
    layout->setSpacing(5);
    layout->addLayout(box);
    layout->addWidget(m_message);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // the sentence below the line may need two
    m_message->setWordWrap(true);
    m_message->setContentsMargins(2, 0, 2, 0);
    setTone(m_prompt, Tone::Dim);
    setFocusProxy(m_edit);

    m_edit->installEventFilter(this);
    m_prompt->installEventFilter(this);
    connect(m_edit, &CommandEdit::lineChanged, this, &InputLine::onLineChanged);
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &InputLine::updateHint);
    connect(m_edit, &CommandEdit::linesPasted, this, &InputLine::takePasted);
    connect(&theme, &Theme::changed, this, &InputLine::restyle);
    restyle();
    onLanguageChange(this, &InputLine::retranslate);
    retranslate();
}

void InputLine::setPrompt(const QString &workingDirectory)
{
    m_directory = workingDirectory;
    m_prompt->setText(QString(visible(workingDirectory) % '>'_L1));
    fitPrompt();
    setName(*m_prompt, tr("Working directory: %1").arg(visible(workingDirectory)));
    fitHint();
}

void InputLine::fitPrompt()
{
    const int most = std::max(MostPromptWidth, MostPromptLetters * m_prompt->fontMetrics().averageCharWidth());
    m_prompt->setFixedWidth(std::min(m_prompt->textWidth() + 2, most));
}

QString InputLine::line() const
{
    return m_edit->line();
}

void InputLine::compose(const QString &line)
{
    stopCompleting();
    m_edit->setLine(line);
    m_edit->setFocus(Qt::OtherFocusReason);
}

bool InputLine::isCompleting() const
{
    return m_popup && m_popup->isVisible();
}

void InputLine::stopCompleting()
{
    if (m_popup)
        m_popup->hide();
}

void InputLine::hideEvent(QHideEvent *event)
{
    stopCompleting();
    QWidget::hideEvent(event);
}

// ---- sending

TypedLine InputLine::typed() const
{
    return checkLine(line(), m_sources.access, m_sources.platform);
}

void InputLine::enter()
{
    const TypedLine typed = this->typed();
    if (typed.isEmpty())
        return;
    if (const auto problem = typed.problem(); problem && m_refused != typed.text) {
        m_refused = typed.text;
        setProblem(problem);
        return;
    }
    send(typed);
}

void InputLine::send(const TypedLine &line)
{
    m_edit->setLine({});
    m_edit->document()->clearUndoRedoStacks();
    m_walk.reset();
    const auto kept = m_history.add(line.text);
    Q_EMIT submitted(line);
    nextPasted();
    if (!kept)
        setProblem(kept.error());
}

void InputLine::setProblem(const std::optional<Error> &problem)
{
    m_problem = problem;
    showMessage();
    if (m_problem)
        announce(*m_edit, m_message->text(), Urgency::Assertive);
    update();
}

void InputLine::showMessage()
{
    setTone(m_message, m_problem ? Tone::Bad : m_needsApproval ? Tone::Warning : Tone::Dim);
    if (m_problem) {
        const QString again =
            m_refused == line() && !m_refused.isEmpty() ? tr("Enter again sends it all the same.") : QString();
        const QString problem = Words::errorText(*m_problem);
        // The usage of a command ends without a full stop.
        const bool ends = problem.endsWith(u'.') || problem.endsWith(u'?') || problem.endsWith(u'。');
        m_message->setText(visible(again.isEmpty() ? problem : problem % (ends ? u" "_s : u" · "_s) % again));
    } else {
        const QString note = noteText();
        m_message->setText(note.isEmpty() ? tr("Type a command — Tab completes, ↑ history, Ctrl+Shift+F finds") : note);
    }
}

/// What is to be known of the line as it is now.
QString InputLine::noteText() const
{
    QStringList notes;
    if (m_needsApproval)
        notes += Words::approvalNote();
    if (!m_pasted.isEmpty())
        notes +=
            tr("%n pasted line(s) to come: Enter sends this one, Esc drops the rest.", nullptr, int(m_pasted.size()));
    return notes.join(u' ');
}

/// What a second person has to approve says so before it is sent.
void InputLine::followApproval()
{
    if (const bool needs = typed().needsApproval; std::exchange(m_needsApproval, needs) == needs)
        return;
    showMessage();
    if (m_needsApproval)
        announce(*m_edit, m_message->text(), Urgency::Polite);
}

void InputLine::onLineChanged()
{
    if (!m_walking)
        m_walk.reset();
    if (m_problem && m_refused != line()) {
        m_refused.clear();
        setProblem({});
    }
    followApproval();
    updateHint();
    if (isCompleting()) {
        refreshPopup();
        lookUp();
    }
}

void InputLine::updateHint()
{
    const CursorContext context = contextAt(line(), m_edit->cursorColumn());
    m_hint->setContext(context);
    if (const QString verb = context.command ? context.command->verb : QString(); std::exchange(m_verb, verb) != verb)
        Q_EMIT verbTyped(verb);
    fitHint();
}

/// The line comes first: as soon as both do not fit beside each other, the usage gives its room.
void InputLine::fitHint()
{
    const int row = layout()->itemAt(0)->geometry().width() - m_prompt->width() - HintGap;
    const int needed = m_edit->fontMetrics().horizontalAdvance(visible(line())) + m_hint->sizeHint().width();
    m_hint->setVisible(needed <= row);
}

void InputLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHint();
}

// ---- several lines pasted

void InputLine::takePasted(const QStringList &lines)
{
    m_edit->replace(m_edit->cursorColumn(), 0, lines.first());
    m_pasted = lines.sliced(1);
    showMessage();
}

void InputLine::nextPasted()
{
    if (!m_pasted.isEmpty())
        m_edit->setLine(m_pasted.takeFirst());
    showMessage();
}

void InputLine::dropPasted()
{
    m_pasted.clear();
    showMessage();
}

// ---- completing

void InputLine::complete()
{
    m_completion.update(line(), m_edit->cursorColumn());
    lookUp();
    QList<int> offered;
    for (int row = 0; row < m_completion.rowCount(); ++row) {
        if (!m_completion.candidate(row).reason)
            offered += row;
    }
    if (offered.size() == 1)
        return accept(offered.first());
    const QString common = m_completion.commonInsert();
    if (!common.isEmpty())
        m_edit->replace(m_completion.start(), m_completion.length(), common);
    refreshPopup();
}

/// Asks the device for what is not known, or may have changed since. What is known is offered meanwhile.
void InputLine::lookUp()
{
    m_completedLine.clear();
    const QString &lookup = m_completion.lookup();
    if (lookup.isEmpty() || !m_sources.isStale(lookup))
        return;
    m_completedLine = line();
    Q_EMIT lookupWanted(lookup);
}

void InputLine::completionChanged()
{
    followApproval();
    if (!isCompleting())
        return;
    if (m_completedLine == line() && m_completion.rowCount() == 0)
        return complete();
    const int current = m_popup->currentRow();
    const QString chosen = current < 0 ? QString() : m_completion.candidate(current).text;
    refreshPopup();
    for (int row = 0; row < m_completion.rowCount(); ++row) {
        if (m_completion.candidate(row).text == chosen)
            return m_popup->select(row);
    }
}

void InputLine::refreshPopup()
{
    if (!m_popup) {
        m_popup = new CompletionPopup(m_theme, m_completion, *m_edit, this);
        connect(m_popup, &PopupList::chosen, this, &InputLine::accept);
    }
    m_completion.update(line(), m_edit->cursorColumn());
    const int left = m_edit->mapTo(this, m_edit->cursorRect().topLeft()).x();
    const int word = m_edit->fontMetrics().horizontalAdvance(visible(m_completion.context().prefix));
    m_popup->refresh(std::max(Margin, left - word - 13));
}

void InputLine::accept(int row)
{
    if (row < 0 || m_completion.candidate(row).reason)
        return;
    const QString text = m_completion.candidate(row).insert;
    const bool intoFolder = m_completion.candidate(row).kind == CompletionModel::Kind::Folder;
    m_edit->replace(m_completion.start(), m_completion.length(), text);
    if (m_popup && !intoFolder)
        m_popup->hide();
}

// ---- history

void InputLine::walk(const std::optional<QString> &line)
{
    if (!line)
        return;
    m_walking = true;
    m_edit->setLine(*line);
    m_walking = false;
}

void InputLine::searchHistory()
{
    if (!m_historyPopup) {
        m_historyPopup = new HistoryPopup(m_theme, m_history, this);
        connect(m_historyPopup, &HistoryPopup::lineChosen, this, &InputLine::compose);
        connect(m_historyPopup, &HistoryPopup::cancelled, this, [this] { m_edit->setFocus(Qt::OtherFocusReason); });
    }
    stopCompleting();
    m_historyPopup->start(line());
}

// ---- keys

bool InputLine::pressedInPopup(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_Up:
    case Qt::Key_Backtab: m_popup->move(-1); return true;
    case Qt::Key_Down:
    case Qt::Key_Tab: m_popup->move(1); return true;
    case Qt::Key_PageUp: m_popup->move(-1); return true;
    case Qt::Key_PageDown: m_popup->move(1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_popup->currentRow() < 0) {
            m_popup->hide();
            return false;
        }
        accept(m_popup->currentRow());
        return true;
    case Qt::Key_Escape: m_popup->hide(); return true;
    default: return false;
    }
}

bool InputLine::pressedWithControl(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_C:
        if (m_edit->hasSelection())
            return false;
        Q_EMIT cancelRequested();
        return true;
    case Qt::Key_Z:
        if (!m_edit->isEmpty())
            return false;
        Q_EMIT backgroundRequested();
        return true;
    case Qt::Key_L: Q_EMIT clearRequested(); return true;
    case Qt::Key_R: searchHistory(); return true;
    case Qt::Key_Up: Q_EMIT jumpRequested(-1); return true;
    case Qt::Key_Down: Q_EMIT jumpRequested(1); return true;
    case Qt::Key_Space: complete(); return true;
    default: return false;
    }
}

bool InputLine::pressed(const QKeyEvent &key)
{
    if (isCompleting() && pressedInPopup(key))
        return true;
    if (m_readline.press(key) || isAltLetter(key))
        return true;
    if (key.modifiers() == Qt::ControlModifier)
        return pressedWithControl(key);
    return pressedPlain(key);
}

bool InputLine::pressedPlain(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: enter(); return true;
    case Qt::Key_Tab: complete(); return true;
    case Qt::Key_Up: walk(m_walk.previous(line())); return true;
    case Qt::Key_Down: walk(m_walk.next()); return true;
    case Qt::Key_Escape:
        if (m_pasted.isEmpty())
            return false;
        dropPasted();
        return true;
    default: return false;
    }
}

bool InputLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_prompt) {
        if (event->type() == QEvent::Show) // the style sheet took its letters away before anybody saw them
            m_prompt->setFont(m_theme.consoleFont());
        if (event->type() == QEvent::FontChange)
            fitPrompt();
        return false;
    }
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        // These mean something here before they mean something to the window.
        const auto &key = static_cast<const QKeyEvent &>(*event);
        constexpr Qt::Key ours[] = {
            Qt::Key_C, Qt::Key_Z, Qt::Key_L, Qt::Key_R, Qt::Key_Up, Qt::Key_Down, Qt::Key_Space};
        const bool isOurs = key.modifiers() == Qt::ControlModifier && std::ranges::contains(ours, Qt::Key(key.key()));
        if (isOurs || lineKeyOf(key))
            event->accept();
        break;
    }
    case QEvent::KeyPress: return pressed(static_cast<const QKeyEvent &>(*event));
    case QEvent::FocusOut: stopCompleting(); [[fallthrough]];
    case QEvent::FocusIn: update(); break;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

// ---- looks

void InputLine::mousePressEvent(QMouseEvent *)
{
    m_edit->setFocus(Qt::MouseFocusReason);
}

void InputLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Color::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Color::Border));
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_edit->hasFocus();
    const Color frame = m_problem ? Color::Bad : focused ? Color::Accent : Color::ControlBorder;
    const QRectF box = QRectF(layout()->itemAt(0)->geometry()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(m_theme.color(frame), focused ? 1.6 : 1));
    painter.setBrush(m_theme.color(Color::Surface));
    painter.drawRoundedRect(box, 7, 7);
}

void InputLine::retranslate()
{
    m_edit->setAccessibleName(tr("Command input"));
    m_message->setAccessibleName(tr("Hint"));
    setPrompt(m_directory);
    showMessage();
}

void InputLine::restyle()
{
    m_prompt->setFont(m_theme.consoleFont());
    setPrompt(m_directory);
    update();
}

} // namespace Sonde::Client

#include "moc_inputline.cpp"
