<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Sonde::Client::AboutDialog</name>
    <message>
        <source>About Sonde</source>
        <translation>Sonde について</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>バージョン %1</translation>
    </message>
    <message>
        <source>Live response for security operations: a console on any device, and proof of what was done.</source>
        <translation>セキュリティ運用のためのライブ応答です。どのデバイスにもコンソールを開き、行ったことをすべて証明できます。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>GNU General Public License バージョン 3 以降の自由ソフトウェアです。</translation>
    </message>
    <message>
        <source>With Qt %1</source>
        <translation>Qt %1 を使用</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ActNotes</name>
    <message numerus="yes">
        <source>And %n more like these; the command’s rows as JSON have all of them.</source>
        <extracomment>of a list of sentences of which only the first are shown</extracomment>
        <translation>
            <numerusform>同様のものがほかに %n 件あります。コマンドの出力 (JSON) にすべて含まれています。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ActPane</name>
    <message>
        <source>can be undone until %1</source>
        <extracomment>%1 a date and time</extracomment>
        <translation>%1 まで元に戻せます</translation>
    </message>
    <message>
        <source>Undo…</source>
        <extracomment>button: asks first</extracomment>
        <translation>元に戻す...</translation>
    </message>
    <message>
        <source>Undo act %1</source>
        <translation>操作 %1 を元に戻す</translation>
    </message>
    <message>
        <source>undone since then, by act %1</source>
        <extracomment>of an act; %1 the number of another</extracomment>
        <translation>その後、操作 %1 によって元に戻されました</translation>
    </message>
    <message>
        <source>undone in part since then, by act %1</source>
        <extracomment>of an act; %1 the number of another</extracomment>
        <translation>その後、操作 %1 によって一部が元に戻されました</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ActTextModel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>act</comment>
        <extracomment>%1 &quot;remediation&quot;, %2 &quot;file&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>over</source>
        <comment>can be undone until</comment>
        <extracomment>of what an undo would need: it is kept no longer</extracomment>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>%1 by act %2</source>
        <comment>undone</comment>
        <extracomment>%1 the number of an act on a device</extracomment>
        <translation>%1（操作 %2 による）</translation>
    </message>
    <message numerus="yes">
        <source>Act %1, in %n step(s)</source>
        <extracomment>%1 its number on the device</extracomment>
        <translation>
            <numerusform>操作 %1（%n 個の手順）</numerusform>
        </translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>column of the remediations</extracomment>
        <translation>日時</translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>column of the remediations</extracomment>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>column of the remediations: what was done</extracomment>
        <translation>操作</translation>
    </message>
    <message>
        <source>To what</source>
        <extracomment>column of the remediations: what it was done to</extracomment>
        <translation>対象</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>column of the remediations</extracomment>
        <translation>状態</translation>
    </message>
    <message>
        <source>Size</source>
        <extracomment>column of the remediations: how much was taken away</extracomment>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>By</source>
        <extracomment>column of the remediations: who did it</extracomment>
        <translation>実行者</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>column of the remediations: why it was done</extracomment>
        <translation>理由</translation>
    </message>
    <message>
        <source>Can be undone until</source>
        <extracomment>column of the remediations</extracomment>
        <translation>元に戻せる期限</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ActThings</name>
    <message>
        <source>%1 (%2)</source>
        <comment>process</comment>
        <extracomment>a process: %1 its name, %2 its number</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>since %1</source>
        <extracomment>of a process: when it was started</extracomment>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>thing</comment>
        <extracomment>what is remediated, and what kind of thing that is: &quot;/tmp/x (file)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <extracomment>what is remediated: %1 the name of a process, %2 its number</extracomment>
        <translation>%1（プロセス %2）</translation>
    </message>
    <message>
        <source>%1 by %2 (act %3)</source>
        <extracomment>%1 a date and time, %2 a user, %3 the number of an act</extracomment>
        <translation>%1、%2（操作 %3）</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ActivityPage</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the latest %Ln line(s)</source>
        <extracomment>there are more than are here yet</extracomment>
        <translation>
            <numerusform>最新の %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>the rest could not be fetched</source>
        <translation>残りは取得できませんでした</translation>
    </message>
    <message numerus="yes">
        <source>%Ln latest entry(s) not searched yet</source>
        <extracomment>entries of the journal that the service is still preparing for the search</extracomment>
        <translation>
            <numerusform>最新の %Ln 件は未検索</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not clear</source>
        <translation>解釈できません</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>検索をクリア</translation>
    </message>
    <message>
        <source>The list cannot be shown</source>
        <translation>一覧を表示できません</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>お待ちください</translation>
    </message>
    <message>
        <source>The list is being fetched.</source>
        <translation>一覧を取得しています。</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>まだ何も行われていません</translation>
    </message>
    <message>
        <source>What anybody does in this tenant is listed here: sessions, commands, files, settings, sign-ins.</source>
        <translation>このテナントで行われたことがここに表示されます：セッション、コマンド、ファイル、設定、サインイン。</translation>
    </message>
    <message>
        <source>This was done in no session.</source>
        <translation>セッションの中で行われたものではありません。</translation>
    </message>
    <message>
        <source>Export the activity</source>
        <translation>アクティビティのエクスポート</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Events of OCSF, as JSON (*.json)</source>
        <translation>OCSF イベント、JSON (*.json)</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>エクスポートしました</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>実行できませんでした</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>アクティビティ</translation>
    </message>
    <message>
        <source>Search what was typed and printed, or limit it: %1</source>
        <extracomment>%1: examples, which are the same in every language</extracomment>
        <translation>入力と出力を検索、または絞り込み：%1</translation>
    </message>
    <message>
        <source>Search the activity</source>
        <translation>アクティビティの検索</translation>
    </message>
    <message>
        <source>Show in its session</source>
        <extracomment>button: goes to the command of a session</extracomment>
        <translation>セッションで表示</translation>
    </message>
    <message>
        <source>Export…</source>
        <extracomment>button: asks for a file</extracomment>
        <translation>エクスポート...</translation>
    </message>
    <message>
        <source>“%1”: an outcome is one of %2.</source>
        <extracomment>%1 what was typed, %2 a list</extracomment>
        <translation>「%1」：結果は次のいずれかです：%2</translation>
    </message>
    <message>
        <source>“%1”: a time is a day or a moment, as %2 or %3.</source>
        <extracomment>%1 what was typed, %2 and %3 examples</extracomment>
        <translation>「%1」：時刻は %2 や %3 のように、日付または日時で入力します。</translation>
    </message>
    <message>
        <source>“%1”: there is no device of this name.</source>
        <extracomment>%1 what was typed</extracomment>
        <translation>「%1」：この名前のデバイスはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) were written to “%1”.</source>
        <extracomment>%1 a file</extracomment>
        <translation>
            <numerusform>%Ln 件を「%1」に書き込みました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ActivityTextModel</name>
    <message>
        <source>%1
Command %2 of session %3</source>
        <extracomment>%1 a command line, %2 and %3 numbers</extracomment>
        <translation>%1
セッション %3 のコマンド %2</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>column of the activity</extracomment>
        <translation>日時</translation>
    </message>
    <message>
        <source>By</source>
        <extracomment>column of the activity: who did it</extracomment>
        <translation>実行者</translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>column of the activity</extracomment>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>What</source>
        <extracomment>column of the activity: what was done</extracomment>
        <translation>操作</translation>
    </message>
    <message>
        <source>Outcome</source>
        <extracomment>column of the activity: what became of it</extracomment>
        <translation>結果</translation>
    </message>
    <message>
        <source>Found in its output</source>
        <extracomment>column of the activity: a line of output with the words that were looked for</extracomment>
        <translation>出力での一致</translation>
    </message>
    <message>
        <source>%1: command %2</source>
        <extracomment>%1 what was done, %2 the number of a command</extracomment>
        <translation>%1：コマンド %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 what was done, %2 to what or why: &quot;Device offline: the connection was closed&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1
Session %2</source>
        <extracomment>%1 what was done, %2 a number</extracomment>
        <translation>%1
セッション %2</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::AdministrationPage</name>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
    <message>
        <source>Add what the section lists</source>
        <translation>セクションの一覧に追加</translation>
    </message>
    <message>
        <source>Change what is selected</source>
        <translation>選択したものを変更</translation>
    </message>
    <message>
        <source>Remove or disable what is selected</source>
        <translation>選択したものを削除または無効化</translation>
    </message>
    <message>
        <source>Move a device group up or down</source>
        <translation>デバイス グループを上または下へ移動</translation>
    </message>
    <message>
        <source>Revert a setting</source>
        <translation>設定を変更前に戻す</translation>
    </message>
    <message>
        <source>Sections of the administration</source>
        <translation>管理のセクション</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ApprovalsDialog</name>
    <message>
        <source>Nothing waits for approval.</source>
        <translation>承認を待っているものはありません。</translation>
    </message>
    <message>
        <source>What the device would do</source>
        <translation>デバイスが行うこと</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>依頼者</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>コマンド ライン</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Asked</source>
        <extracomment>when somebody asked for approval</extracomment>
        <translation>依頼日時</translation>
    </message>
    <message>
        <source>Time left</source>
        <extracomment>time until a request is denied by itself</extracomment>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>What to know before</source>
        <translation>事前に知っておくこと</translation>
    </message>
    <message>
        <source>Why you approve or deny</source>
        <translation>承認または拒否の理由</translation>
    </message>
    <message>
        <source>The plan cannot be read by this version of Sonde.</source>
        <translation>この計画は、このバージョンの Sonde では読み取れません。</translation>
    </message>
    <message>
        <source>There is no connection to the service.</source>
        <translation>サービスに接続されていません。</translation>
    </message>
    <message>
        <source>It is your own: somebody else has to decide.</source>
        <translation>自分の依頼です。ほかの人が決めなければなりません。</translation>
    </message>
    <message>
        <source>The plan is on its way.</source>
        <translation>計画を取得しています。</translation>
    </message>
    <message>
        <source>The service has not answered yet.</source>
        <translation>サービスの応答を待っています。</translation>
    </message>
    <message>
        <source>Say why: whoever asked will read it.</source>
        <translation>理由を入力してください。依頼者が読みます。</translation>
    </message>
    <message>
        <source>Nothing is decided yet: press “Approve” or “Deny”.</source>
        <translation>まだ何も決定されていません：「承認」または「拒否」を押してください。</translation>
    </message>
    <message>
        <source>Choose what you want to look at next.</source>
        <translation>次に確認するものを選択してください。</translation>
    </message>
    <message>
        <source>It has only just come up: read it first.</source>
        <translation>表示されたばかりです：まず内容を読んでください。</translation>
    </message>
    <message>
        <source>“%1” was not run. %2</source>
        <extracomment>%1 a command line, %2 a sentence that says why</extracomment>
        <translation>「%1」は実行されませんでした。%2</translation>
    </message>
    <message>
        <source>Approved: “%1” is run now.</source>
        <extracomment>%1 a command line</extracomment>
        <translation>承認しました：「%1」は今実行されます。</translation>
    </message>
    <message>
        <source>Denied: “%1” is not run.</source>
        <translation>拒否しました：「%1」は実行されません。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::BlockHeader</name>
    <message>
        <source>waiting for the connection</source>
        <extracomment>State of a line typed while there is no connection</extracomment>
        <translation>接続を待機中</translation>
    </message>
    <message>
        <source>Cancel this command</source>
        <translation>このコマンドをキャンセル</translation>
    </message>
    <message>
        <source>Make smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Make larger</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Show output</source>
        <translation>出力を表示</translation>
    </message>
    <message>
        <source>Hide output</source>
        <translation>出力を非表示</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>その他の操作</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>ピン留めを外す</translation>
    </message>
    <message>
        <source>Filter these rows (Ctrl+Shift+L)</source>
        <translation>これらの行をフィルター (Ctrl+Shift+L)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln row(s)</source>
        <extracomment>%1 rows are shown of %n</extracomment>
        <translation>
            <numerusform>%Ln 行中 %1 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) before it were asked by Tab in the input line: the command log has them.</source>
        <extracomment>Why the numbers of two blocks do not follow each other</extracomment>
        <translation>
            <numerusform>この前の %n 件のコマンドは、入力行の Tab が実行したものです。コマンド ログにあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 how far a download has come, %2 for how long its command has run</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Typed by %1</source>
        <extracomment>%1 a user: not the one whose session it is</extracomment>
        <translation>%1 が入力</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::BlockNotes</name>
    <message>
        <source>There is no connection: this line is sent as soon as there is one.</source>
        <translation>接続がありません。この行は、接続が戻りしだい送信されます。</translation>
    </message>
    <message>
        <source>The device has not begun yet. You may go on: the answer appears here when it comes.</source>
        <translation>デバイスはまだ開始していません。作業を続けてかまいません。応答は届きしだいここに表示されます。</translation>
    </message>
    <message>
        <source>0 rows. %1</source>
        <extracomment>an answer that has no rows, and why</extracomment>
        <translation>0 行。%1</translation>
    </message>
    <message>
        <source>The device did not confirm the cancel: the command may still be running there.</source>
        <translation>デバイスからキャンセルの確認が届いていません。コマンドはまだ実行中の可能性があります。</translation>
    </message>
    <message>
        <source>Trace is on: each command shows its timeline and its messages.</source>
        <translation>トレースはオンです。各コマンドに時間の経過とメッセージを表示します。</translation>
    </message>
    <message>
        <source>Trace is off.</source>
        <translation>トレースはオフです。</translation>
    </message>
    <message>
        <source>The service has the file; it is not on this computer.</source>
        <translation>ファイルはサービスにあり、このコンピューターにはありません。</translation>
    </message>
    <message>
        <source>Saved as %1: partial, not all that was asked for</source>
        <extracomment>%1 a file</extracomment>
        <translation>%1 として保存しました。一部のみで、求めたすべてではありません</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 に保存しました</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 a part of a package, %2 how long it took</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 (%Ln problem(s))</source>
        <extracomment>%1 a part of a package, %2 how long it took</extracomment>
        <translation>
            <numerusform>%1 %2（問題 %Ln 件）</numerusform>
        </translation>
    </message>
    <message>
        <source>The time went into: %1.</source>
        <extracomment>%1 a list: &quot;body file 3.2 s, files 12 s (2 problems)&quot;</extracomment>
        <translation>所要時間の内訳：%1。</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more: the exported command log has all of them.</source>
        <translation>
            <numerusform>ほかに %Ln 件あります。エクスポートしたコマンド ログにはすべて含まれます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its output is being loaded…</source>
        <translation>出力を読み込んでいます…</translation>
    </message>
    <message>
        <source>Command %1 is in the foreground; its own block has what it prints.</source>
        <extracomment>%1 the number of a command</extracomment>
        <translation>コマンド %1 はフォアグラウンドです。出力はそのコマンドのブロックに表示されます。</translation>
    </message>
    <message>
        <source>Approved by %1.</source>
        <extracomment>%1 a user</extracomment>
        <translation>承認者：%1</translation>
    </message>
    <message>
        <source>Whoever has the permission “%1” on this device, and did not type it, may approve it until %2; then it is denied by itself.</source>
        <extracomment>%1 a permission, %2 a time</extracomment>
        <translation>入力した本人以外で、このデバイスでアクセス許可「%1」を持つ人が、%2 まで承認できます。その後は自動的に拒否されます。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::BlockWidget</name>
    <message>
        <source>Command %1: %2</source>
        <translation>コマンド %1：%2</translation>
    </message>
    <message>
        <source>Output of %1</source>
        <extracomment>%1 is a command line</extracomment>
        <translation>%1 の出力</translation>
    </message>
    <message>
        <source>Open in a window</source>
        <translation>ウィンドウで開く</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存...</translation>
    </message>
    <message>
        <source>Bring to the foreground</source>
        <translation>フォアグラウンドに戻す</translation>
    </message>
    <message>
        <source>Move to the background</source>
        <translation>バックグラウンドに移す</translation>
    </message>
    <message>
        <source>Cancel this command</source>
        <translation>このコマンドをキャンセル</translation>
    </message>
    <message>
        <source>Compare with an earlier run…</source>
        <translation>以前の実行と比較...</translation>
    </message>
    <message>
        <source>Unpin</source>
        <extracomment>Keeps a block in view above the console</extracomment>
        <translation>ピン留めを外す</translation>
    </message>
    <message>
        <source>Pin above the console</source>
        <translation>コンソールの上にピン留め</translation>
    </message>
    <message>
        <source>Download it again</source>
        <translation>もう一度ダウンロード</translation>
    </message>
    <message>
        <source>Download it</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Output hidden</source>
        <translation>出力を隠しました</translation>
    </message>
    <message>
        <source>Output shown</source>
        <translation>出力を表示しました</translation>
    </message>
    <message>
        <source>Go to its row</source>
        <translation>その行へ移動</translation>
    </message>
    <message>
        <source>Command %1</source>
        <extracomment>%1 the number of a command</extracomment>
        <translation>コマンド %1</translation>
    </message>
    <message>
        <source>This line</source>
        <translation>この行</translation>
    </message>
    <message>
        <source>Copy the typed line</source>
        <translation>入力した行をコピー</translation>
    </message>
    <message>
        <source>Put the typed line into the input</source>
        <translation>入力した行を入力欄に入れる</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CaseFile</name>
    <message>
        <source>The file has no seal, or does not end with it.</source>
        <translation>ファイルに封印がないか、封印で終わっていません。</translation>
    </message>
    <message>
        <source>The file was changed after it was sealed.</source>
        <translation>ファイルは封印された後に変更されています。</translation>
    </message>
    <message>
        <source>The archive is damaged and cannot be read to its end.</source>
        <translation>アーカイブは破損しており、最後まで読み取れません。</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 は破損しています。</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1 が 2 つあります。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 がありません。</translation>
    </message>
    <message>
        <source>%1 was added.</source>
        <translation>%1 は後から追加されています。</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 は変更されています。</translation>
    </message>
    <message>
        <source>%1 is not that of a case file of this version.</source>
        <translation>%1 は、このバージョンのケース ファイルのものではありません。</translation>
    </message>
    <message>
        <source>What follows entry %2 is no entry.</source>
        <translation>記録 %2 の後に続くものは、記録ではありません。</translation>
    </message>
    <message>
        <source>Entry %2 is not in its place.</source>
        <translation>記録 %2 が正しい位置にありません。</translation>
    </message>
    <message>
        <source>Entry %2 does not follow from the one before.</source>
        <translation>記録 %2 は、1 つ前の記録からつながっていません。</translation>
    </message>
    <message>
        <source>%1, of which entry %2 speaks, is missing.</source>
        <translation>記録 %2 にある %1 がありません。</translation>
    </message>
    <message>
        <source>%1 is not what entry %2 says.</source>
        <translation>%1 は、記録 %2 にあるものと異なります。</translation>
    </message>
    <message>
        <source>No entry speaks of %1.</source>
        <translation>%1 についての記録がありません。</translation>
    </message>
    <message>
        <source>The service’s statements in %1 are not one for each session.</source>
        <translation>%1 にあるサービスの証明が、セッションごとに 1 つになっていません。</translation>
    </message>
    <message>
        <source>The statement about session %3 is not signed by the service.</source>
        <translation>セッション %3 についての証明に、サービスの署名がありません。</translation>
    </message>
    <message>
        <source>At entry %2 of session %3 entries were removed, added or changed.</source>
        <translation>セッション %3 の記録 %2 の位置で、記録が削除、追加、または変更されています。</translation>
    </message>
    <message>
        <source>The list of the entries of session %3 is not the one that the service signed.</source>
        <translation>セッション %3 の記録の一覧は、サービスが署名したものではありません。</translation>
    </message>
    <message>
        <source>The entries of session %3 are not in the journal that the service signed.</source>
        <translation>セッション %3 の記録は、サービスが署名したジャーナルにありません。</translation>
    </message>
    <message>
        <source>Another entry %2 was signed.</source>
        <translation>署名されたのは、別の記録 %2 です。</translation>
    </message>
    <message>
        <source>Nothing that was signed covers entry %2.</source>
        <translation>記録 %2 は、どの署名の対象にもなっていません。</translation>
    </message>
    <message>
        <source>The countersignature of %4 is not good.</source>
        <translation>%4 の副署は正しくありません。</translation>
    </message>
    <message>
        <source>The journal ends before entry %2, but a later one was countersigned at %4: it was cut, or an older copy was put in its place.</source>
        <translation>ジャーナルは記録 %2 の前で終わっていますが、%4 にはそれより後の記録が副署されています。切り詰められたか、古いコピーに置き換えられています。</translation>
    </message>
    <message>
        <source>At or before entry %2 the journal is not what was countersigned at %4 (session %3).</source>
        <translation>記録 %2 またはそれより前で、ジャーナルは %4 に副署されたものと異なります (セッション %3)。</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of this language</comment>
        <translation>ja</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>ケース ファイル</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>テナント</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Entries of the journal</source>
        <translation>ジャーナルの記録数</translation>
    </message>
    <message>
        <source>All times are UTC. The bytes of every output, the journal and the hashes are in the archive beside this report; “sonde-cli verify” checks it.</source>
        <translation>時刻はすべて UTC です。各出力のバイト列、ジャーナル、ハッシュは、このレポートと同じアーカイブにあります。「sonde-cli verify」で検証できます。</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>セッション %1</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>アナリスト</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始日時</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了日時</translation>
    </message>
    <message>
        <source>Why it ended</source>
        <translation>終了の理由</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Output (SHA-256)</source>
        <translation>出力 (SHA-256)</translation>
    </message>
    <message>
        <source>Files from the device</source>
        <translation>デバイスから取得したファイル</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>受け取った人</translation>
    </message>
    <message>
        <source>What was done to devices</source>
        <translation>デバイスに対して行われたこと</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>証明</translation>
    </message>
    <message>
        <source>Key of the journal (SHA-256)</source>
        <translation>ジャーナルの鍵 (SHA-256)</translation>
    </message>
    <message>
        <source>Whole journal</source>
        <translation>ジャーナル全体</translation>
    </message>
    <message numerus="yes">
        <source>%n entries of a journal whose tree has this root:</source>
        <translation>
            <numerusform>%n 件の記録。ジャーナルのツリーのルート：</numerusform>
        </translation>
    </message>
    <message>
        <source>Countersigned at %1</source>
        <translation>%1 に副署</translation>
    </message>
    <message>
        <source>entry %1, by the key</source>
        <translation>記録 %1、鍵：</translation>
    </message>
    <message>
        <source>The outputs of session %1 were removed by retention, as entry %2 says.</source>
        <translation>記録 %2 のとおり、セッション %1 の出力は保存期間の終了により削除されました。</translation>
    </message>
    <message>
        <source>The files of session %1 were removed by retention, as entry %2 says.</source>
        <translation>記録 %2 のとおり、セッション %1 のファイルは保存期間の終了により削除されました。</translation>
    </message>
    <message>
        <source>It went on when this file was made.</source>
        <translation>このファイルの作成時には続いていました。</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>継続時間</translation>
    </message>
    <message>
        <source>Who else acted in it</source>
        <extracomment>heading of a table: who besides its owner acted in a session, and when</extracomment>
        <translation>ほかに操作した人</translation>
    </message>
    <message>
        <source>Approved by %1.</source>
        <extracomment>%1 a user</extracomment>
        <translation>承認者：%1</translation>
    </message>
    <message>
        <source>It takes back act %1 of this device.</source>
        <extracomment>%1 a number</extracomment>
        <translation>このデバイスの操作 %1 を元に戻すものです。</translation>
    </message>
    <message>
        <source>Taken back by act %1 of this device.</source>
        <extracomment>%1 a number</extracomment>
        <translation>このデバイスの操作 %1 により元に戻されました。</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>承認者</translation>
    </message>
    <message>
        <source>What a session that is not in this file did is not told here: it may have taken back something of this.</source>
        <translation>このファイルに含まれないセッションが行ったことは、ここには書かれていません：ここに挙げたものが元に戻されている場合もあります。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CaseFileExport</name>
    <message>
        <source>Export case file</source>
        <translation>ケース ファイルのエクスポート</translation>
    </message>
    <message>
        <source>Case file (*.zip)</source>
        <translation>ケース ファイル (*.zip)</translation>
    </message>
    <message>
        <source>The case file is being made…</source>
        <translation>ケース ファイルを作成しています...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Case file exported</source>
        <translation>ケース ファイルをエクスポートしました</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>実行できませんでした</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The case file is in %1. Whoever has it can check it without the tenant: %2</source>
        <extracomment>%1 a file, %2 a command line</extracomment>
        <translation>ケース ファイルを %1 に保存しました。受け取った人は、テナントがなくても検証できます：%2</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::Cli</name>
    <message>
        <source>%1: written to %2</source>
        <translation>%1：%2 に書き込みました</translation>
    </message>
    <message>
        <source>The device is offline: the session waits for it.</source>
        <translation>デバイスがオフラインのため、セッションは待機しています。</translation>
    </message>
    <message numerus="yes">
        <source>The journal is whole: %n entries checked.</source>
        <translation>
            <numerusform>ジャーナルに欠けはありません。%n 件の記録を確認しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The library has the same content as “%1”.</source>
        <translation>ライブラリには同じ内容のファイル「%1」があります。</translation>
    </message>
    <message>
        <source>%1: saved as %2</source>
        <translation>%1: %2 に保存しました</translation>
    </message>
    <message>
        <source>Uses an embedded tenant with this computer as its device.</source>
        <translation>このコンピューターをデバイスとする組み込みテナントを使います。</translation>
    </message>
    <message>
        <source>Keeps the embedded tenant&apos;s state in this directory.</source>
        <translation>組み込みテナントの状態をこのディレクトリに保存します。</translation>
    </message>
    <message>
        <source>Signs in to this tenant.</source>
        <translation>このテナントにサインインします。</translation>
    </message>
    <message>
        <source>The user to sign in.</source>
        <translation>サインインするユーザー。</translation>
    </message>
    <message>
        <source>Reads the password from the first line of this file; without it, from standard input.</source>
        <translation>このファイルの 1 行目からパスワードを読み取ります。指定しない場合は標準入力から読み取ります。</translation>
    </message>
    <message>
        <source>The SHA-256 of the tenant&apos;s CA certificate, as the service prints it; needed the first time.</source>
        <translation>サービスが表示する、テナントの CA 証明書の SHA-256。初回に必要です。</translation>
    </message>
    <message>
        <source>json or table (the default).</source>
        <translation>json または table（既定値）。</translation>
    </message>
    <message>
        <source>Where “getfile” and “&gt; file” write; without it, the current directory.</source>
        <translation>「getfile」と「&gt; ファイル」の書き込み先。指定しない場合は現在のディレクトリです。</translation>
    </message>
    <message>
        <source>Keeps what “getfile” brings as it is, not in a zip with the password “infected”.</source>
        <translation>「getfile」で取得したものを、パスワード「infected」付きの zip にせず、そのまま保存します。</translation>
    </message>
    <message>
        <source>Lets “&gt; file” and downloads replace a file that exists, and an upload become a new version of one.</source>
        <translation>「&gt; ファイル」とダウンロードで既存のファイルを上書きし、アップロードを既存のファイルの新しい版にします。</translation>
    </message>
    <message>
        <source>The language of messages: en, ja or fr; without it, the system&apos;s.</source>
        <translation>メッセージの言語（en、ja、fr）。指定しない場合はシステムの言語です。</translation>
    </message>
    <message>
        <source>Needs no tenant.</source>
        <translation>テナントは必要ありません。</translation>
    </message>
    <message>
        <source>Needs the address of a tenant, but nobody to sign in: --tenant URL --user NAME.</source>
        <translation>テナントのアドレスが必要ですが、サインインは不要です：--tenant URL --user NAME</translation>
    </message>
    <message>
        <source>Needs a tenant: --embedded, or --tenant URL --user NAME.</source>
        <translation>テナントが必要です：--embedded、または --tenant URL --user NAME</translation>
    </message>
    <message>
        <source>Needs a tenant: --embedded, or --tenant URL --user NAME; and starts a session on the device.</source>
        <translation>テナントが必要です：--embedded、または --tenant URL --user NAME。デバイスでセッションを開始します。</translation>
    </message>
    <message>
        <source>Sonde&apos;s controllers without its windows: for scripts, automation and tests.</source>
        <translation>ウィンドウのない Sonde です。スクリプト、自動化、テストに使います。</translation>
    </message>
    <message>
        <source>Verbs</source>
        <translation>動詞</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>DEVICE is a name or an ID; “this” is the embedded tenant&apos;s own device.
Exit status: 0 completed, 1 failed on the device, 2 usage, 3 refused, 4 no connection, 5 cancelled or expired.
“sonde-cli help VERB” explains one verb.</source>
        <translation>DEVICE はデバイスの名前または ID です。「this」は組み込みテナント自身のデバイスです。
終了コード：0 完了、1 デバイスで失敗、2 使い方の誤り、3 拒否、4 接続なし、5 キャンセルまたは期限切れ
「sonde-cli help VERB」で動詞を 1 つ説明します。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例</translation>
    </message>
    <message>
        <source>FILTER is what the filter line of the device inventory takes: a part of a name, or a field and a value with a colon between them.</source>
        <translation>FILTER にはデバイス インベントリのフィルターと同じもの、つまり名前の一部、またはコロンで区切ったフィールドと値を指定します。</translation>
    </message>
    <message>
        <source>Lists the evidence that “getfile” brought, or downloads that of one command.</source>
        <translation>「getfile」で取得した証拠を一覧表示するか、1 つのコマンドの証拠をダウンロードします。</translation>
    </message>
    <message>
        <source>ID is that of the command. A download goes on where an earlier attempt left it; it is written to --download-dir.</source>
        <translation>ID はコマンド ID です。ダウンロードは前回の続きから再開され、--download-dir に書き込まれます。</translation>
    </message>
    <message>
        <source>Lists what the tenant has.</source>
        <translation>テナントにあるものを一覧表示します。</translation>
    </message>
    <message>
        <source>Downloads that of one command.</source>
        <translation>1 つのコマンドの証拠をダウンロードします。</translation>
    </message>
    <message>
        <source>The token is printed; it is good once, for a day. Give it to the agent on its standard input, not on its command line.</source>
        <translation>トークンが表示されます。1 日以内に 1 回だけ使えます。コマンド ラインではなく、標準入力でエージェントに渡してください。</translation>
    </message>
    <message>
        <source>Runs lines in one session: starts it, runs them in their order, disconnects.</source>
        <translation>1 つのセッションで行を実行します。セッションを開始し、順に実行して、切断します。</translation>
    </message>
    <message>
        <source>Each LINE is one as the console takes it. A line with &amp; at its end is not waited for before the next one, but before the end. The exit status is that of the first line that did not complete.</source>
        <translation>各 LINE はコンソールに入力する行と同じです。末尾に &amp; がある行は、次の行の前ではなく、最後に完了を待ちます。終了コードは、完了しなかった最初の行のものです。</translation>
    </message>
    <message>
        <source>Lists the verbs, or explains one.</source>
        <translation>動詞を一覧表示するか、1 つを説明します。</translation>
    </message>
    <message>
        <source>“sonde-cli VERB --help” says the same. The commands of the console are explained by “help” in a session.</source>
        <translation>「sonde-cli VERB --help」でも同じ内容が表示されます。コンソールのコマンドの説明は、セッションで「help」と入力すると表示されます。</translation>
    </message>
    <message>
        <source>Shows the journal of the tenant, or checks it.</source>
        <translation>テナントのジャーナルを表示するか、検証します。</translation>
    </message>
    <message>
        <source>An entry for everything that was done, oldest first; each holds the hash of the one before.</source>
        <translation>行われたことすべての記録を古い順に表示します。各記録には、1 つ前の記録のハッシュが含まれます。</translation>
    </message>
    <message>
        <source>Only the entries of this session.</source>
        <translation>このセッションの記録だけ。</translation>
    </message>
    <message>
        <source>Only the entries after this number.</source>
        <translation>この番号より後の記録だけ。</translation>
    </message>
    <message>
        <source>Lists, uploads, downloads and deletes library files.</source>
        <translation>ライブラリのファイルを一覧表示、アップロード、ダウンロード、削除します。</translation>
    </message>
    <message>
        <source>An upload of a name that the library has becomes its new version with --overwrite; what is not said of it stays as it was.</source>
        <translation>ライブラリにある名前でアップロードすると、--overwrite を付けた場合に新しい版になります。指定しなかった項目は前のままです。</translation>
    </message>
    <message>
        <source>Lists the newest version of each file.</source>
        <translation>各ファイルの最新の版を一覧表示します。</translation>
    </message>
    <message>
        <source>Lists the versions of one file.</source>
        <translation>1 つのファイルの版を一覧表示します。</translation>
    </message>
    <message>
        <source>Uploads a file of this computer.</source>
        <translation>このコンピューターのファイルをアップロードします。</translation>
    </message>
    <message>
        <source>Downloads a file to --download-dir.</source>
        <translation>ファイルを --download-dir にダウンロードします。</translation>
    </message>
    <message>
        <source>Deletes a file with all its versions.</source>
        <translation>ファイルをすべての版とともに削除します。</translation>
    </message>
    <message>
        <source>With upload: what the file is for.</source>
        <translation>upload で使います。ファイルの用途です。</translation>
    </message>
    <message>
        <source>With upload: an example and a description of the script&apos;s parameters.</source>
        <translation>upload で使います。スクリプト パラメーターの例と説明です。</translation>
    </message>
    <message>
        <source>Lists them.</source>
        <translation>一覧表示します。</translation>
    </message>
    <message>
        <source>Closes one.</source>
        <translation>1 つを閉じます。</translation>
    </message>
    <message>
        <source>Runs the lines of standard input in one session, as they come.</source>
        <translation>標準入力の行を、届いた順に 1 つのセッションで実行します。</translation>
    </message>
    <message>
        <source>As “exec” does with the lines of its command line. “disconnect”, or the end of the input, ends the session.</source>
        <translation>「exec」がコマンド ラインの行を実行するのと同じです。「disconnect」または入力の終わりでセッションが終了します。</translation>
    </message>
    <message>
        <source>Shows the settings of the tenant, or changes one.</source>
        <translation>テナントの設定を表示するか、1 つを変更します。</translation>
    </message>
    <message>
        <source>Only a security administrator can change one; the journal keeps who did, and what it was before.</source>
        <translation>変更できるのはセキュリティ管理者だけです。変更した人と以前の値はジャーナルに残ります。</translation>
    </message>
    <message>
        <source>Shows all.</source>
        <translation>すべて表示します。</translation>
    </message>
    <message>
        <source>Shows one.</source>
        <translation>1 つを表示します。</translation>
    </message>
    <message>
        <source>Changes one, and shows all.</source>
        <translation>1 つを変更し、すべて表示します。</translation>
    </message>
    <message>
        <source>Makes --user the first administrator of a new tenant.</source>
        <translation>--user を新しいテナントの最初の管理者にします。</translation>
    </message>
    <message>
        <source>The set-up token, as the service prints it at its first start, is the first line of standard input; the new password comes from --password-file. --fingerprint is needed.</source>
        <translation>標準入力の 1 行目は、サービスが最初の起動時に表示するセットアップ トークンです。新しいパスワードは --password-file から読み取ります。--fingerprint が必要です。</translation>
    </message>
    <message>
        <source>%1: partial, written to %2</source>
        <translation>%1: 一部のみ、%2 に書き込みました</translation>
    </message>
    <message>
        <source>%1: the service has the file, this computer has not</source>
        <translation>%1: ファイルはサービスにあり、このコンピューターにはありません</translation>
    </message>
    <message>
        <source>Makes a code that ends the isolation of a device which has lost its service.</source>
        <translation>サービスと通信できなくなったデバイスの分離を解除するコードを作成します。</translation>
    </message>
    <message>
        <source>The code is printed, and until when it is good; who is at the device gives it to its agent: “sonde-agent --data DIR --release -” reads it from standard input. It is good for that device alone, and the journal knows who made it.</source>
        <translation>コードと有効期限を表示します。デバイスの前にいる人がエージェントに渡してください：「sonde-agent --data DIR --release -」は標準入力から読み取ります。コードはそのデバイスでのみ有効で、作成者はジャーナルに記録されます。</translation>
    </message>
    <message>
        <source>How long it is good; at most 168, a week.</source>
        <translation>有効な時間数。最大 168 (1 週間)。</translation>
    </message>
    <message>
        <source>Good until %1.</source>
        <extracomment>%1 a date and time</extracomment>
        <translation>有効期限：%1。</translation>
    </message>
    <message>
        <source>Lists the devices of the tenant, or removes one.</source>
        <translation>テナントのデバイスを一覧表示するか、1 台を削除します。</translation>
    </message>
    <message>
        <source>Lists the devices.</source>
        <translation>デバイスを一覧表示します。</translation>
    </message>
    <message>
        <source>Lets a device connect no longer: its certificate is good for nothing from now on.</source>
        <translation>デバイスが接続できないようにします。そのデバイスの証明書は、これ以降は使えません。</translation>
    </message>
    <message>
        <source>Checks the hash chain, what was signed, the stored outputs and the tables beside them.</source>
        <translation>ハッシュ チェーン、署名、保存された出力、およびその他の表を検証します。</translation>
    </message>
    <message>
        <source>Prints where the journal ends, as a line to keep elsewhere. With --verify, reads such a line from standard input and checks that it is still so.</source>
        <translation>ジャーナルの末尾を、別の場所に保管するための 1 行として出力します。--verify と併用すると、その行を標準入力から読み取り、今もそのとおりであることを確認します。</translation>
    </message>
    <message>
        <source>Lists the users of the tenant, adds and changes them.</source>
        <translation>テナントのユーザーを一覧表示、追加、変更します。</translation>
    </message>
    <message>
        <source>Lists the users.</source>
        <translation>ユーザーを一覧表示します。</translation>
    </message>
    <message>
        <source>Adds a user.</source>
        <translation>ユーザーを追加します。</translation>
    </message>
    <message>
        <source>Lets a user sign in no longer; what they did stays.</source>
        <translation>ユーザーがサインインできないようにします。これまでの操作の記録は残ります。</translation>
    </message>
    <message>
        <source>Lets a user sign in again.</source>
        <translation>ユーザーが再びサインインできるようにします。</translation>
    </message>
    <message>
        <source>Sets a new password for a user.</source>
        <translation>ユーザーの新しいパスワードを設定します。</translation>
    </message>
    <message>
        <source>Signs a user out everywhere; their sessions stay.</source>
        <translation>ユーザーをすべての場所からサインアウトします。セッションは残ります。</translation>
    </message>
    <message>
        <source>Checks a case file, without the tenant.</source>
        <translation>テナントなしで、ケース ファイルを検証します。</translation>
    </message>
    <message numerus="yes">
        <source>The case file is whole: %n entries checked.</source>
        <translation>
            <numerusform>ケース ファイルに欠けはありません。%n 件の記録を確認しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Key of the journal: %1</source>
        <translation>ジャーナルの鍵：%1</translation>
    </message>
    <message>
        <source>Sealed with key: %1</source>
        <translation>封印した鍵：%1</translation>
    </message>
    <message>
        <source>Whether live response is on for a server also while it is off for servers.</source>
        <translation>サーバーに対するライブ応答がオフの間も、このサーバーではオンにするかどうか。</translation>
    </message>
    <message>
        <source>A tag that the device gets, by which a device group can take it; without it, none.</source>
        <translation>デバイスに付けるタグ。デバイス グループの規則はこれを条件にできます。省略するとタグは付きません。</translation>
    </message>
    <message>
        <source>Lists the device groups, adds, changes and removes them.</source>
        <translation>デバイス グループの一覧表示、追加、変更、削除を行います。</translation>
    </message>
    <message>
        <source>A device is in the first group, by rank, whose rule takes it: of each property that has values one must fit. Values are separated by commas, ten at most for each property, and * stands for any letters. Devices that no group takes are in “ungrouped”, which is always the last. Levels are none, semi-all-folders, semi-core-folders, semi-non-temp-folders and full; with “none” there is no live response. What is not said stays as it is.</source>
        <translation>デバイスは、規則に当てはまるグループのうち順位が最も高いものに属します。値を指定した項目ごとに、いずれか 1 つの値が合う必要があります。値はコンマで区切り、項目ごとに 10 個まで指定でき、* は任意の文字列を表します。どのグループにも当てはまらないデバイスは、常に最後の「ungrouped」に属します。レベルは none、semi-all-folders、semi-core-folders、semi-non-temp-folders、full です。「none」ではライブ応答を使用できません。指定しない項目は変わりません。</translation>
    </message>
    <message>
        <source>Lists the groups by rank.</source>
        <translation>グループを順位の順に一覧表示します。</translation>
    </message>
    <message>
        <source>Shows what a rule would take, for a new group or instead of the one of that name; nothing is changed.</source>
        <translation>新しいグループ、またはその名前のグループの代わりとして、規則に当てはまるデバイスを表示します。何も変更しません。</translation>
    </message>
    <message>
        <source>Adds a group.</source>
        <translation>グループを追加します。</translation>
    </message>
    <message>
        <source>Changes a group.</source>
        <translation>グループを変更します。</translation>
    </message>
    <message>
        <source>Removes a group that no role is for.</source>
        <translation>どのロールの対象でもないグループを削除します。</translation>
    </message>
    <message>
        <source>Host names.</source>
        <translation>ホスト名。</translation>
    </message>
    <message>
        <source>DNS domains.</source>
        <translation>DNS ドメイン。</translation>
    </message>
    <message>
        <source>Windows, macOS, Linux, or names of operating systems.</source>
        <translation>Windows、macOS、Linux、またはオペレーティング システムの名前。</translation>
    </message>
    <message>
        <source>Tags of devices.</source>
        <translation>デバイスのタグ。</translation>
    </message>
    <message>
        <source>The automation level; of a new group full.</source>
        <translation>自動修復レベル。新しいグループでは full です。</translation>
    </message>
    <message>
        <source>Its place, 1 being the first; without it, a new group is the last but for “ungrouped”.</source>
        <translation>順位。1 が先頭です。省略すると、新しいグループは「ungrouped」のすぐ前になります。</translation>
    </message>
    <message>
        <source>Its new name.</source>
        <translation>新しい名前。</translation>
    </message>
    <message>
        <source>What it is for.</source>
        <translation>用途の説明。</translation>
    </message>
    <message>
        <source>Lists, adds and removes the publishers whose PowerShell scripts are trusted.</source>
        <translation>信頼する PowerShell スクリプトの発行元の一覧表示、追加、削除を行います。</translation>
    </message>
    <message>
        <source>FILE is a certificate in PEM. What is in the library is judged anew at once.</source>
        <translation>FILE は PEM 形式の証明書です。ライブラリの内容はすぐに判定し直されます。</translation>
    </message>
    <message>
        <source>Lists the publishers.</source>
        <translation>発行元を一覧表示します。</translation>
    </message>
    <message>
        <source>Trusts the publisher with this certificate.</source>
        <translation>この証明書の発行元を信頼します。</translation>
    </message>
    <message>
        <source>Trusts the certificate with this SHA-256 no longer.</source>
        <translation>この SHA-256 の証明書の信頼を取り消します。</translation>
    </message>
    <message>
        <source>Lists the roles of the tenant, adds, changes and removes its own.</source>
        <translation>テナントのロールを一覧表示し、独自のロールの追加、変更、削除を行います。</translation>
    </message>
    <message>
        <source>Permissions and device groups are separated by commas; “all” stands for all groups. What is not said stays as it is. A change takes effect at once, also for who is at work: sessions and commands that the role does not give any more end.</source>
        <translation>アクセス許可とデバイス グループはコンマで区切ります。「all」はすべてのグループを表します。指定しない項目は変わりません。変更は作業中のユーザーにもすぐに適用され、ロールで許可されなくなったセッションとコマンドは終了します。</translation>
    </message>
    <message>
        <source>Lists the roles.</source>
        <translation>ロールを一覧表示します。</translation>
    </message>
    <message>
        <source>Adds a role.</source>
        <translation>ロールを追加します。</translation>
    </message>
    <message>
        <source>Changes what a role gives, and where.</source>
        <translation>ロールのアクセス許可とその範囲を変更します。</translation>
    </message>
    <message>
        <source>Removes a role that nobody has.</source>
        <translation>誰にも割り当てられていないロールを削除します。</translation>
    </message>
    <message>
        <source>What the role gives; without it, a new role gives nothing.</source>
        <translation>ロールのアクセス許可。省略すると、新しいロールには何も許可されません。</translation>
    </message>
    <message>
        <source>The device groups for which it gives that; without it, a new role is for all.</source>
        <translation>対象のデバイス グループ。省略すると、新しいロールはすべてのグループが対象になります。</translation>
    </message>
    <message>
        <source>Makes one what it was before its last change.</source>
        <translation>設定を前回の変更前の値に戻します。</translation>
    </message>
    <message>
        <source>Of “revert”: the entry of the journal whose change is taken back; without it, the last one.</source>
        <translation>「revert」で取り消す変更の、ジャーナルの記録番号。省略すると最後の変更です。</translation>
    </message>
    <message>
        <source>Gives devices tags, or takes them away.</source>
        <translation>デバイスにタグを付ける、またはタグを外します。</translation>
    </message>
    <message>
        <source>TAGS are separated by commas. Tags can decide which group a device is in. It is done for all of the devices or for none.</source>
        <translation>TAGS はコンマで区切ります。デバイスがどのグループに属するかはタグで決まることがあります。すべてのデバイスに適用されるか、どれにも適用されないかのどちらかです。</translation>
    </message>
    <message>
        <source>Gives devices these tags.</source>
        <translation>デバイスにこれらのタグを付けます。</translation>
    </message>
    <message>
        <source>Takes these tags away from devices.</source>
        <translation>デバイスからこれらのタグを外します。</translation>
    </message>
    <message>
        <source>Gives a user these roles instead of what they had.</source>
        <translation>ユーザーのロールをこれらに置き換えます。</translation>
    </message>
    <message>
        <source>The roles of the new user; without it, analyst.</source>
        <translation>新しいユーザーのロール。省略すると analyst です。</translation>
    </message>
    <message>
        <source>Shows what was done in the tenant, and finds what was typed and printed.</source>
        <translation>テナントで行われたことを表示し、入力されたものと出力されたものを検索します。</translation>
    </message>
    <message>
        <source>Newest first. With words: the commands in whose line or in one line of whose output all of them are; the beginning of a word is enough.</source>
        <translation>新しいものから表示します。語を指定すると、そのすべてがコマンド ラインまたは出力の 1 行に含まれるコマンドを表示します。語の先頭だけでもかまいません。</translation>
    </message>
    <message>
        <source>Only what this user did.</source>
        <translation>このユーザーが行ったことだけ。</translation>
    </message>
    <message>
        <source>Only what is about this device.</source>
        <translation>このデバイスに関することだけ。</translation>
    </message>
    <message>
        <source>Only what is underway, done, partly done, failed, refused or cancelled: “underway”, “done”, “partly”, “failed”, “refused”, “cancelled”.</source>
        <translation>実行中、完了、一部完了、失敗、拒否、キャンセルのものだけ：「underway」「done」「partly」「failed」「refused」「cancelled」。</translation>
    </message>
    <message>
        <source>Only from this time on, e.g. 2026-11-26T08:00:00Z.</source>
        <translation>この時刻以降のものだけ。例：2026-11-26T08:00:00Z。</translation>
    </message>
    <message>
        <source>Only before this time.</source>
        <translation>この時刻より前のものだけ。</translation>
    </message>
    <message>
        <source>At most so many; without it 50 on the screen, and everything with --format.</source>
        <translation>最大件数。指定しない場合、画面では 50 件、--format ではすべて。</translation>
    </message>
    <message>
        <source>csv, or ocsf: one event of OCSF 1.8 as JSON per line.</source>
        <translation>csv または ocsf。ocsf では、1 行に 1 つの OCSF 1.8 イベントを JSON で出力します。</translation>
    </message>
    <message>
        <source>Makes a case file: what was done in sessions, with its proof.</source>
        <translation>ケース ファイルを作成します。セッションで行われたことと、その証明です。</translation>
    </message>
    <message>
        <source>An archive with the journal’s entries, the outputs, the list of evidence, what was done to the device, and a report. Whoever has it can check it without the tenant: “sonde-cli verify FILE”.</source>
        <translation>ジャーナルの記録、出力、証拠の一覧、デバイスに対して行われたこと、レポートを収めたアーカイブです。受け取った人は、テナントがなくても「sonde-cli verify FILE」で検証できます。</translation>
    </message>
    <message>
        <source>Of these sessions.</source>
        <translation>これらのセッションのもの。</translation>
    </message>
    <message>
        <source>Of the whole journal.</source>
        <translation>ジャーナル全体のもの。</translation>
    </message>
    <message>
        <source>Where it goes.</source>
        <translation>保存先。</translation>
    </message>
    <message>
        <source>Command %1 waits for a second person to approve it.</source>
        <extracomment>%1: a command&apos;s number</extracomment>
        <translation>コマンド %1 は別の人の承認を待っています。</translation>
    </message>
    <message>
        <source>Lists the commands that wait for a second person, approves and denies them.</source>
        <translation>別の人の承認を待つコマンドを一覧表示し、承認または拒否します。</translation>
    </message>
    <message>
        <source>What needs approval the settings say (approval-verbs) and the device groups. Nobody decides about their own. Approved, a command runs as it is shown, if it still may; nobody&apos;s answer denies it when its time is over.</source>
        <translation>何に承認が必要かは、設定 (approval-verbs) とデバイス グループが決めます。自分のものを自分で決めることはできません。承認されたコマンドは、まだ許可されていれば表示されたとおりに実行されます。時間内に誰も答えなければ拒否されます。</translation>
    </message>
    <message>
        <source>Lists those one may decide about, and one&apos;s own.</source>
        <translation>自分が決められるものと、自分のものを一覧表示します。</translation>
    </message>
    <message>
        <source>Shows what the device said that it would do.</source>
        <translation>デバイスが何を行うと答えたかを表示します。</translation>
    </message>
    <message>
        <source>Has the command run.</source>
        <translation>コマンドを実行させます。</translation>
    </message>
    <message>
        <source>Refuses it; needs a reason.</source>
        <translation>拒否します。理由が必要です。</translation>
    </message>
    <message>
        <source>Why.</source>
        <translation>理由。</translation>
    </message>
    <message>
        <source>Takes a role for a time.</source>
        <translation>ロールを期間限定で取得します。</translation>
    </message>
    <message>
        <source>Whoever is eligible for a role takes it by themselves; an administrator grants it to others with --for. It takes effect at once, also where one is signed in already, and ends by itself. The journal keeps who took it, until when, and why. Taken again, it lasts from then on.</source>
        <translation>取得を認められたロールは自分で取得します。管理者は --for で他の人に付与します。すでにサインインしているところも含めてただちに有効になり、自動的に終わります。誰が、いつまで、なぜ取得したかは記録に残ります。もう一度取得すると、その時点から数え直します。</translation>
    </message>
    <message>
        <source>How long; at most 60 minutes.</source>
        <translation>期間。最長 60 分。</translation>
    </message>
    <message>
        <source>Why; it has to be said.</source>
        <translation>理由。必須です。</translation>
    </message>
    <message>
        <source>The user it is for; without it, oneself.</source>
        <translation>対象のユーザー。なければ自分。</translation>
    </message>
    <message>
        <source>%1 until %2.</source>
        <extracomment>%1 a role, %2 a date and time</extracomment>
        <translation>%1 (%2 まで)。</translation>
    </message>
    <message>
        <source>Lists the roles that somebody has for a time, and ends them.</source>
        <translation>期間限定のロールを一覧表示し、終了します。</translation>
    </message>
    <message>
        <source>Whoever administers users sees those of everybody, others their own.</source>
        <translation>ユーザーを管理する人には全員のものが、その他の人には自分のものが表示されます。</translation>
    </message>
    <message>
        <source>Ends one before its time.</source>
        <translation>時間前に終了します。</translation>
    </message>
    <message>
        <source>What a second person has to approve on its devices, such as “remediate, collect -memory”; “none” for nothing.</source>
        <translation>そのデバイスで別の人の承認が必要なもの（例：「remediate, collect -memory」）。何もなければ「none」。</translation>
    </message>
    <message>
        <source>A new password is the first line of standard input. Roles are those that “roles list” shows; several are separated by commas. Whoever is changed is signed out at once, and their sessions end; only “eligible” leaves them signed in.</source>
        <translation>新しいパスワードは標準入力の最初の行です。ロールは「roles list」が表示するもので、複数の場合はコンマで区切ります。変更されたユーザーはただちにサインアウトされ、セッションは終了します。「eligible」だけはサインインしたままにします。</translation>
    </message>
    <message>
        <source>Says which roles a user may take for a time, see “elevate”; without ROLES, none.</source>
        <translation>ユーザーが期間限定で取得できるロールを決めます（「elevate」を参照）。ROLES がなければ、なしにします。</translation>
    </message>
    <message>
        <source>Makes a token with which one agent can enrol, lists such tokens and withdraws them.</source>
        <translation>エージェント 1 つを登録できるトークンを作成、一覧表示、失効させます。</translation>
    </message>
    <message>
        <source>Makes a token.</source>
        <translation>トークンを作成します。</translation>
    </message>
    <message>
        <source>Lists the tokens that are good still, by their SHA-256: nobody can look up the tokens themselves.</source>
        <translation>まだ有効なトークンを SHA-256 で一覧表示します。トークンそのものは誰も確認できません。</translation>
    </message>
    <message>
        <source>Withdraws the token with this SHA-256: no agent can enrol with it.</source>
        <translation>この SHA-256 のトークンを失効させます。エージェントはこのトークンで登録できなくなります。</translation>
    </message>
    <message>
        <source>These are %1 of %2 tokens: those that are good longest.</source>
        <translation>%2 件のトークンのうち、有効期限が最も遅い %1 件です。</translation>
    </message>
    <message>
        <source>Shows a second factor: its code of this moment is the first line of this file. Needed for what a role gives only after one.</source>
        <translation>第 2 要素を確認します。このファイルの 1 行目から現在のコードを読み取ります。ロールで第 2 要素の確認後にだけ許可されている操作に必要です。</translation>
    </message>
    <message>
        <source>Sets up one&apos;s own second factor.</source>
        <translation>自分の第 2 要素を設定します。</translation>
    </message>
    <message>
        <source>An authenticator app makes codes from a secret (TOTP, RFC 6238). Some roles give what goes beyond looking only after one; --code-file shows it, with any verb. A code is good once. Whoever has a second factor needs a code of it to set up another one.</source>
        <translation>認証アプリがシークレットからコードを作ります (TOTP、RFC 6238)。ロールによっては、閲覧を超える操作は第 2 要素の確認後にだけ使えます。コードは、どの動詞でも --code-file で渡せます。コードは 1 回だけ有効です。第 2 要素が設定済みの場合、新しいものを設定するにはそのコードが必要です。</translation>
    </message>
    <message>
        <source>Makes a secret and prints it, this once. It counts after “confirm”.</source>
        <translation>シークレットを作成し、一度だけ表示します。「confirm」の後に有効になります。</translation>
    </message>
    <message>
        <source>Confirms the secret by a code of it, the first line of standard input.</source>
        <translation>標準入力の 1 行目のコードで、シークレットを有効にします。</translation>
    </message>
    <message>
        <source>Says whether there is one that counts.</source>
        <translation>有効な第 2 要素があるかどうかを表示します。</translation>
    </message>
    <message>
        <source>Type the letters into an authenticator app, or give it the address. It is said only this once, and counts after “second-factor confirm”.</source>
        <translation>認証アプリに文字列を入力するか、アドレスを渡してください。表示はこの一度だけです。「second-factor confirm」の後に有効になります。</translation>
    </message>
    <message>
        <source>Whether what goes beyond looking holds only after a second factor.</source>
        <translation>閲覧を超える操作に第 2 要素を必要とするかどうか。</translation>
    </message>
    <message>
        <source>Takes away the second factor of a user who has lost it, and signs them out everywhere. They set up another one.</source>
        <translation>紛失したユーザーの第 2 要素を削除し、すべての場所からサインアウトさせます。新しいものは本人が設定します。</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>パスワード：</translation>
    </message>
    <message>
        <source>New password:</source>
        <translation>新しいパスワード：</translation>
    </message>
    <message>
        <source>Set-up token:</source>
        <translation>セットアップ トークン：</translation>
    </message>
    <message>
        <source>Code of the second factor:</source>
        <translation>第 2 要素のコード：</translation>
    </message>
    <message>
        <source>Head of the journal:</source>
        <translation>ジャーナルの最後のエントリ：</translation>
    </message>
    <message>
        <source>Once more:</source>
        <translation>もう一度入力：</translation>
    </message>
    <message numerus="yes">
        <source>Of %n session(s) output or files were removed by retention, as the journal says.</source>
        <translation>
            <numerusform>ジャーナルによると、%n 件のセッションの出力またはファイルが保存期間の終了により削除されました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Prints what is wrong and where, and the keys that signed. Compare these with what you were told by another way: anybody can make keys. What the journal itself says that retention removed may be missing; the exit status is 1 when anything else is.</source>
        <translation>問題とその場所、署名した鍵を表示します。鍵は誰でも作れるため、別の方法で伝えられたものと照合してください。保持期間により削除されたとジャーナル自体に記録されているものは、なくてもかまいません。それ以外のものが欠けていると終了ステータスは 1 です。</translation>
    </message>
    <message>
        <source>Lists the sessions of the tenant, closes one, or runs lines in one.</source>
        <translation>テナントのセッションを一覧表示し、閉じ、またはその中で行を実行します。</translation>
    </message>
    <message>
        <source>Closing a session ends the commands that run in it; the journal keeps what they did. Whoever administers the tenant closes those of others, too.</source>
        <translation>セッションを閉じると、実行中のコマンドも終了します。その記録はジャーナルに残ります。テナントの管理者は、他のユーザーのセッションも閉じられます。</translation>
    </message>
    <message>
        <source>Runs lines in one that goes on, as “exec” does, and leaves it open. In that of somebody else you act by that: they see it, and the journal says so.</source>
        <translation>続いているセッションで、「exec」と同じように行を実行し、セッションは開いたままにします。他のユーザーのセッションでは、これがそこでの操作になります。相手に表示され、ジャーナルにも記録されます。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CloseSessionDialog</name>
    <message>
        <source>Close the tab</source>
        <translation>タブを閉じる</translation>
    </message>
    <message>
        <source>Close the tab of %1?</source>
        <translation>%1 のタブを閉じますか？</translation>
    </message>
    <message>
        <source>The session can go on without its tab: its commands run on and it comes back when you open it from the device, until the inactivity timeout ends it.</source>
        <translation>タブを閉じてもセッションを続けられます。コマンドは実行を続け、非アクティブ タイムアウトで終了するまでは、デバイスからもう一度開けます。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) still running would be cancelled by disconnecting.</source>
        <translation>
            <numerusform>切断すると、実行中の %Ln 個のコマンドがキャンセルされます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Disconnect session</source>
        <translation>セッションの切断</translation>
    </message>
    <message>
        <source>Leave it running</source>
        <translation>実行したままにする</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CodeView</name>
    <message>
        <source>This shell script has Windows line ends (CR LF): a shell takes each CR for a part of its line.</source>
        <translation>このシェル スクリプトの改行は Windows 形式 (CR LF) です。シェルは CR を行の一部として扱います。</translation>
    </message>
    <message>
        <source>This file is not text. Its first %1:</source>
        <translation>このファイルはテキストではありません。先頭の %1：</translation>
    </message>
    <message>
        <source>This file is not text. Its bytes:</source>
        <translation>このファイルはテキストではありません。そのバイト：</translation>
    </message>
    <message>
        <source>This is the first %1 of %2.</source>
        <extracomment>%1 and %2 are sizes</extracomment>
        <translation>%2 のうち先頭の %1 です。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CollectDialog</name>
    <message>
        <source>Collect a package</source>
        <translation>パッケージの収集</translation>
    </message>
    <message>
        <source>What will be in it</source>
        <translation>含まれる内容</translation>
    </message>
    <message>
        <source>The line for the console</source>
        <translation>コンソールに入力する行</translation>
    </message>
    <message>
        <source>Collect a forensic package of %1</source>
        <extracomment>%1: a device</extracomment>
        <translation>%1 のフォレンジック パッケージを収集</translation>
    </message>
    <message>
        <source>Triage: what an investigation begins with</source>
        <extracomment>profile of a package</extracomment>
        <translation>トリアージ：調査の出発点となるもの</translation>
    </message>
    <message>
        <source>Full: everything that the definitions of artefacts name</source>
        <extracomment>profile of a package</extracomment>
        <translation>完全：アーティファクトの定義にあるすべて</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>いつでも</translation>
    </message>
    <message>
        <source>in the last 24 hours</source>
        <translation>過去 24 時間以内</translation>
    </message>
    <message>
        <source>in the last 7 days</source>
        <translation>過去 7 日以内</translation>
    </message>
    <message>
        <source>in the last 30 days</source>
        <translation>過去 30 日以内</translation>
    </message>
    <message>
        <source>in the last 90 days</source>
        <translation>過去 90 日以内</translation>
    </message>
    <message>
        <source> min</source>
        <extracomment>minutes, behind a number</extracomment>
        <translation> 分</translation>
    </message>
    <message>
        <source>Files changed</source>
        <extracomment>files that were changed… at any time, in the last 7 days</extracomment>
        <translation>ファイルの変更</translation>
    </message>
    <message>
        <source>At most this large</source>
        <extracomment>of a package</extracomment>
        <translation>最大サイズ</translation>
    </message>
    <message>
        <source>At most this long</source>
        <translation>最長時間</translation>
    </message>
    <message>
        <source>Expected size</source>
        <extracomment>of a package</extracomment>
        <translation>予想サイズ</translation>
    </message>
    <message>
        <source>Folder on this computer</source>
        <translation>このコンピューターのフォルダー</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Write into the console</source>
        <translation>コンソールに入力</translation>
    </message>
    <message>
        <source>Nothing runs until you send the line.</source>
        <translation>行を送信するまで何も実行されません。</translation>
    </message>
    <message>
        <source>Folder for the package</source>
        <translation>パッケージのフォルダー</translation>
    </message>
    <message>
        <source>Files: all of triage, and what else the definitions name: browsers, mail, databases, containers, caches (each up to 1 GiB)</source>
        <translation>ファイル：triage のすべてに加え、定義にあるその他のもの（ブラウザー、メール、データベース、コンテナー、キャッシュ。1 ファイル 1 GiB まで）</translation>
    </message>
    <message>
        <source>Files: accounts, histories of shells, SSH, what starts by itself, configuration, logs, browsers’ histories (each up to 100 MiB)</source>
        <translation>ファイル：アカウント、シェルの履歴、SSH、自動的に起動するもの、構成、ログ、ブラウザーの履歴（1 ファイル 100 MiB まで）</translation>
    </message>
    <message>
        <source>What Sonde’s own commands say of connections, processes, drivers, services, scheduled tasks, startup folders and persistence, as JSON Lines</source>
        <translation>接続、プロセス、ドライバー、サービス、スケジュールされたタスク、スタートアップ フォルダー、永続化についての Sonde 自身のコマンドの結果（JSON Lines）</translation>
    </message>
    <message>
        <source>What the system’s own programs say of network, sign-ins, hardware, packages and containers</source>
        <translation>ネットワーク、サインイン、ハードウェア、パッケージ、コンテナーについてのシステム付属プログラムの出力</translation>
    </message>
    <message>
        <source>A body file of all local disks, and a time line</source>
        <translation>すべてのローカル ディスクの bodyfile とタイムライン</translation>
    </message>
    <message>
        <source>SHA-256 of each file, and a summary of what was done, how long it took and what failed</source>
        <translation>各ファイルの SHA-256 と、実行内容、所要時間、失敗の概要</translation>
    </message>
    <message>
        <source>about %1, as the last one of this session</source>
        <extracomment>%1 a size</extracomment>
        <translation>約 %1（このセッションの前回のパッケージと同程度）</translation>
    </message>
    <message>
        <source>not known before; what does not fit is left out and listed</source>
        <translation>事前には不明です。収まらないものは省略され、一覧に記載されます</translation>
    </message>
    <message>
        <source>%1 to %2 on most devices, by how much they log</source>
        <translation>多くのデバイスでは %1 ～ %2（ログの量によります）</translation>
    </message>
    <message>
        <source>Image of the memory, before all else</source>
        <translation>メモリ イメージ（最初に取得）</translation>
    </message>
    <message>
        <source>The size has to have room for all of it. Where the kernel lets nobody read it, the summary says so.</source>
        <translation>メモリ全体が収まるサイズが必要です。カーネルが読み取りを許さない場合は、要約にその理由が示されます。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ColumnFilter</name>
    <message>
        <source>Filter of column “%1”</source>
        <translation>列「%1」のフィルター</translation>
    </message>
    <message>
        <source>for example %1</source>
        <translation>例：%1</translation>
    </message>
    <message>
        <source>After</source>
        <extracomment>Of a range of times / of a range of numbers</extracomment>
        <translation>以降</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>以上</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>以下</translation>
    </message>
    <message>
        <source>contains</source>
        <extracomment>Of a cell&apos;s text</extracomment>
        <translation>を含む</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>を含まない</translation>
    </message>
    <message>
        <source>is</source>
        <extracomment>Is equal to</extracomment>
        <translation>と等しい</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>と等しくない</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Values that occur</source>
        <translation>出現する値</translation>
    </message>
    <message>
        <source>(empty)</source>
        <extracomment>A cell without a value</extracomment>
        <translation>(空)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A value, and how often it occurs</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>フィルター</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>The filter does not name this column.</source>
        <translation>フィルターはこの列を指定していません。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ColumnMenu</name>
    <message>
        <source>Column “%1”</source>
        <extracomment>Menu: what can be done with a column; %1 is its name</extracomment>
        <translation>列「%1」</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>昇順に並べ替え</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>降順に並べ替え</translation>
    </message>
    <message>
        <source>Then sort by this column</source>
        <extracomment>After the columns the rows are sorted by already</extracomment>
        <translation>次にこの列で並べ替え</translation>
    </message>
    <message>
        <source>In the device&apos;s order</source>
        <translation>デバイスの順序</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>フィルター...</translation>
    </message>
    <message>
        <source>Remove this column&apos;s filter</source>
        <translation>この列のフィルターを解除</translation>
    </message>
    <message>
        <source>Do not group</source>
        <translation>グループ化しない</translation>
    </message>
    <message>
        <source>Group by this column</source>
        <translation>この列でグループ化</translation>
    </message>
    <message>
        <source>Open all groups</source>
        <translation>すべてのグループを開く</translation>
    </message>
    <message>
        <source>Close all groups</source>
        <translation>すべてのグループを閉じる</translation>
    </message>
    <message>
        <source>As a tree of processes</source>
        <translation>プロセス ツリーで表示</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>この列を非表示</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>The usual columns</source>
        <translation>標準の列</translation>
    </message>
    <message>
        <source>This column goes when the comparison ends.</source>
        <translation>この列は、比較を終えると消えます。</translation>
    </message>
    <message>
        <source>It is the only column.</source>
        <translation>ほかに列がありません。</translation>
    </message>
    <message>
        <source>It says what the comparison with the baseline found.</source>
        <translation>ベースラインとの比較結果を示す列です。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CommandFacts</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A fact and its value: &quot;Folder: /usr/bin&quot;</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Asked by Tab in the input line.</source>
        <translation>入力行の Tab キーによる問い合わせです。</translation>
    </message>
    <message>
        <source>Typed by</source>
        <extracomment>Fact: who typed a command</extracomment>
        <translation>入力者</translation>
    </message>
    <message>
        <source>Accepted</source>
        <extracomment>Fact: when the service took a command</extracomment>
        <translation>受付日時</translation>
    </message>
    <message>
        <source>Folder</source>
        <extracomment>Fact: the working directory of a command</extracomment>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Read as</source>
        <extracomment>Fact: what a typed line was understood as</extracomment>
        <translation>解釈</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>Fact: what became of a command</extracomment>
        <translation>状態</translation>
    </message>
    <message>
        <source>Duration</source>
        <extracomment>Fact: how long a command took</extracomment>
        <translation>継続時間</translation>
    </message>
    <message>
        <source>SHA-256 of the output</source>
        <extracomment>Fact: a hash</extracomment>
        <translation>出力の SHA-256</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CommandLogPanel</name>
    <message>
        <source>Command log</source>
        <translation>コマンド ログ</translation>
    </message>
    <message>
        <source>Filter by command or ID</source>
        <translation>コマンドまたは ID でフィルター</translation>
    </message>
    <message>
        <source>Filter the command log</source>
        <translation>コマンド ログのフィルター</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>エクスポート...</translation>
    </message>
    <message>
        <source>Export the command log</source>
        <translation>コマンド ログをエクスポート</translation>
    </message>
    <message>
        <source>Input</source>
        <extracomment>Tab: what was typed</extracomment>
        <translation>入力</translation>
    </message>
    <message>
        <source>Output</source>
        <extracomment>Tab: what a command printed</extracomment>
        <translation>出力</translation>
    </message>
    <message>
        <source>Open in a window</source>
        <translation>ウィンドウで開く</translation>
    </message>
    <message>
        <source>Copy command line</source>
        <translation>コマンド ラインをコピー</translation>
    </message>
    <message>
        <source>Put command line into the input</source>
        <translation>コマンド ラインを入力欄に入れる</translation>
    </message>
    <message>
        <source>Go to its block</source>
        <translation>ブロックへ移動</translation>
    </message>
    <message>
        <source>Copy what is known of it</source>
        <translation>コマンドの情報をコピー</translation>
    </message>
    <message>
        <source>Cancel this command</source>
        <translation>このコマンドをキャンセル</translation>
    </message>
    <message>
        <source>The console was emptied since it ran.</source>
        <translation>実行後にコンソールが消去されました。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>注記</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CommandLogTextModel</name>
    <message>
        <source>ID</source>
        <extracomment>Column: number of a command</extracomment>
        <translation>ID</translation>
    </message>
    <message>
        <source>Command</source>
        <extracomment>Column: what was typed</extracomment>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Duration</source>
        <extracomment>Column: how long a command took</extracomment>
        <translation>継続時間</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>Column: what became of a command</extracomment>
        <translation>状態</translation>
    </message>
    <message>
        <source>Asked by Tab in the input line: %1</source>
        <translation>入力行の Tab キーによる問い合わせ：%1</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>Column: time of day</extracomment>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Typed by %1: %2</source>
        <extracomment>%1 a user, whose session it is not; %2 the line</extracomment>
        <translation>%1 が入力：%2</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CommandLook</name>
    <message>
        <source>download paused</source>
        <extracomment>State of a getfile</extracomment>
        <translation>ダウンロード一時停止</translation>
    </message>
    <message>
        <source>The file was downloaded before; the list of downloads on this computer does not have it.</source>
        <translation>このファイルは以前にダウンロードされましたが、このコンピューターのダウンロード一覧にはありません。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>how much of a file is here, in percent</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 · %2/s</source>
        <extracomment>%1 in percent, %2 a size: so much in a second</extracomment>
        <translation>%1 · %2/秒</translation>
    </message>
    <message>
        <source>question</source>
        <extracomment>State of a getfile: its download waits for the analyst&apos;s answer</extracomment>
        <translation>確認待ち</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Compare with an earlier run</source>
        <translation>以前の実行と比較</translation>
    </message>
    <message>
        <source>What is new, gone or changed in “%1” since…</source>
        <translation>「%1」で次の実行以降に追加、消失、変更されたもの</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>以前の実行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>this one</source>
        <extracomment>In which session a command ran</extracomment>
        <translation>今回</translation>
    </message>
    <message>
        <source>The session before this one could not be read: %1</source>
        <extracomment>%1 is a sentence: why</extracomment>
        <translation>このセッションの前のセッションを読み込めませんでした：%1</translation>
    </message>
    <message>
        <source>The session before this one is being read…</source>
        <translation>このセッションの前のセッションを読み込んでいます...</translation>
    </message>
    <message>
        <source>There is no earlier run of this command, neither in this session nor in the one before it on this device that you may read.</source>
        <translation>このコマンドの以前の実行は、このセッションにも、このデバイスでその前に行われた閲覧可能なセッションにもありません。</translation>
    </message>
    <message>
        <source>the one before</source>
        <translation>1 つ前</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>補完候補</translation>
    </message>
    <message>
        <source>Asking the device…</source>
        <translation>デバイスに問い合わせています…</translation>
    </message>
    <message>
        <source>The device cannot be asked now.</source>
        <translation>今はデバイスに問い合わせできません。</translation>
    </message>
    <message>
        <source>On the device at %1</source>
        <translation>%1 時点のデバイスの内容</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A completion and what it is for, as read aloud</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ConditionList</name>
    <message>
        <source>Met: %1</source>
        <extracomment>read aloud before a condition for starting a session</extracomment>
        <translation>満たしています：%1</translation>
    </message>
    <message>
        <source>Not met: %1</source>
        <extracomment>read aloud before a condition for starting a session</extracomment>
        <translation>満たしていません：%1</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ConfirmDialog</name>
    <message>
        <source>Remediate</source>
        <extracomment>button: does what the plan says</extracomment>
        <translation>修復</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>button: takes a remediation back</extracomment>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Isolate</source>
        <extracomment>button: cuts the device off the network</extracomment>
        <translation>分離</translation>
    </message>
    <message>
        <source>Release</source>
        <extracomment>button: lets an isolated device onto the network again</extracomment>
        <translation>分離を解除</translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation>計画の手順</translation>
    </message>
    <message>
        <source>What to know before</source>
        <translation>事前に知っておくべきこと</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>What</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Something else is in the place now. What shall become of it?</source>
        <translation>その場所には今、別のものがあります。それをどうしますか？</translation>
    </message>
    <message>
        <source>Move it into the quarantine, and put back what was there</source>
        <extracomment>choice: of what stands in the place of what an undo puts back</extracomment>
        <translation>それを検疫に移し、元あったものを戻す</translation>
    </message>
    <message>
        <source>Leave it, and put back what was there under another name beside it</source>
        <extracomment>choice: of what stands in the place of what an undo puts back</extracomment>
        <translation>それを残し、元あったものを隣に別の名前で戻す</translation>
    </message>
    <message>
        <source>Reason (the tenant requires one)</source>
        <translation>理由（テナントで必須）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>There is no connection. This waits until there is one.</source>
        <translation>接続がありません。接続されるまで待機します。</translation>
    </message>
    <message>
        <source>The device is asked what it would do. Nothing is touched.</source>
        <translation>実行する内容をデバイスに確認しています。まだ何にも手を付けていません。</translation>
    </message>
    <message>
        <source>Look first: %1</source>
        <extracomment>button: %1 is a command line that looks at something</extracomment>
        <translation>先に確認する：%1</translation>
    </message>
    <message numerus="yes">
        <source>What is done, in %n step(s), and nothing else</source>
        <translation>
            <numerusform>実行する内容（%n 個の手順。ほかには何も行いません）</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why: the tenant’s policy wants a reason, which is kept in the journal.</source>
        <translation>理由を入力してください：テナントのポリシーで必須とされ、ジャーナルに記録されます。</translation>
    </message>
    <message>
        <source>There is no connection to the service.</source>
        <translation>サービスに接続していません。</translation>
    </message>
    <message>
        <source>There is no plan yet.</source>
        <translation>まだ計画がありません。</translation>
    </message>
    <message>
        <source>Choose first what becomes of what stands in the place.</source>
        <translation>先に、その場所にあるものをどうするかを選んでください。</translation>
    </message>
    <message>
        <source>Ask again</source>
        <extracomment>button: asks the device for its plan once more</extracomment>
        <translation>もう一度問い合わせる</translation>
    </message>
    <message>
        <source>Program</source>
        <extracomment>of a process: what it runs</extracomment>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>User</source>
        <extracomment>of a process: whose it is</extracomment>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>of a process: when it was started</extracomment>
        <translation>開始日時</translation>
    </message>
    <message>
        <source>With it</source>
        <extracomment>other processes that are ended, too</extracomment>
        <translation>あわせて終了</translation>
    </message>
    <message>
        <source>Remediated</source>
        <extracomment>of what is to be undone: when that was done, and by whom</extracomment>
        <translation>修復</translation>
    </message>
    <message>
        <source>Reason then</source>
        <extracomment>of what is to be undone: why that was done</extracomment>
        <translation>当時の理由</translation>
    </message>
    <message>
        <source>Nobody has to have looked at it in this session: the plan is of what is there now.</source>
        <translation>このセッションで事前に確認されていなくてもかまいません。計画は現在あるものに対するものです。</translation>
    </message>
    <message>
        <source>Also all that it has started, and who else runs the same file.</source>
        <translation>開始したものすべてと、同じファイルを実行しているほかのプロセスも含みます。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of names: &quot;a, b, c&quot;</extracomment>
        <translation>
            <numerusform>%1、ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>by act %1</source>
        <extracomment>of what is to be undone, where nobody knows more; %1 the number of an act</extracomment>
        <translation>操作 %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>何も選択されていません。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ConsoleView</name>
    <message>
        <source>Command console</source>
        <translation>コマンド コンソール</translation>
    </message>
    <message>
        <source>New output</source>
        <translation>新しい出力</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DashboardStrip</name>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>When the session began</extracomment>
        <translation>開始日時</translation>
    </message>
    <message>
        <source>Duration</source>
        <extracomment>How long the session has been going</extracomment>
        <translation>継続時間</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>State of a session</extracomment>
        <translation>状態</translation>
    </message>
    <message>
        <source>Closes if idle in</source>
        <translation>非アクティブ終了まで</translation>
    </message>
    <message>
        <source>Disconnect session</source>
        <translation>セッションの切断</translation>
    </message>
    <message>
        <source>paused</source>
        <extracomment>Instead of a countdown: a running command keeps the session open</extracomment>
        <translation>停止中</translation>
    </message>
    <message>
        <source>A running command keeps the session open.</source>
        <extracomment>why a countdown stands still</extracomment>
        <translation>実行中のコマンドがあるあいだ、セッションは閉じられません。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DeviceAdministration</name>
    <message>
        <source>Select one device.</source>
        <translation>デバイスを 1 台だけ選択してください。</translation>
    </message>
    <message>
        <source>This is no server: the setting does not concern it.</source>
        <translation>サーバーではないため、この設定の対象ではありません。</translation>
    </message>
    <message>
        <source>Select a device first.</source>
        <translation>先にデバイスを選択してください。</translation>
    </message>
    <message>
        <source>Remove a device</source>
        <extracomment>%1 a device</extracomment>
        <translation>デバイスの削除</translation>
    </message>
    <message>
        <source>Remove %1 from the tenant?</source>
        <translation>%1 をテナントから削除しますか？</translation>
    </message>
    <message>
        <source>Its certificate is good for nothing from then on: its session ends, and it can connect no longer until it is enrolled anew. What was done on it stays in the journal.</source>
        <translation>そのデバイスの証明書は使えなくなります。セッションは終了し、もう一度登録するまで接続できません。デバイスで行われたことはジャーナルに残ります。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Edit &amp;tags…</source>
        <translation>タグの編集(&amp;T)...</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>タグ...</translation>
    </message>
    <message>
        <source>&amp;Except from the server setting</source>
        <extracomment>menu entry of a server, checked when it is: live response is on for it although it is off for servers</extracomment>
        <translation>サーバーの設定の例外にする(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Remove from the tenant…</source>
        <translation>テナントから削除(&amp;R)...</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DevicePage</name>
    <message>
        <source>Asking the service…</source>
        <translation>サービスに問い合わせています...</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>開始しています...</translation>
    </message>
    <message>
        <source>Go to session</source>
        <translation>セッションへ移動</translation>
    </message>
    <message>
        <source>Start live response session</source>
        <translation>ライブ応答セッションの開始</translation>
    </message>
    <message>
        <source>agent %1</source>
        <translation>エージェント %1</translation>
    </message>
    <message>
        <source>everything on the device</source>
        <translation>デバイス全体</translation>
    </message>
    <message>
        <source>what its own account may see</source>
        <translation>エージェントのアカウントの範囲</translation>
    </message>
    <message>
        <source>live</source>
        <comment>a session</comment>
        <translation>ライブ</translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s)</source>
        <translation>
            <numerusform>コマンド %Ln 個</numerusform>
        </translation>
    </message>
    <message>
        <source>No sessions yet.</source>
        <translation>セッションはまだありません。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Can a session start?</source>
        <translation>セッションを開始できますか？</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Recent sessions</source>
        <translation>最近のセッション</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ</translation>
    </message>
    <message>
        <source>Automation level</source>
        <translation>自動修復レベル</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>初回確認</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最終確認</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Agent version</source>
        <translation>エージェントのバージョン</translation>
    </message>
    <message>
        <source>Agent may see</source>
        <translation>エージェントの参照範囲</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Device ID</source>
        <translation>デバイス ID</translation>
    </message>
    <message>
        <source>The filter hides this device.</source>
        <translation>フィルターがこのデバイスを隠しています。</translation>
    </message>
    <message>
        <source>Read this session</source>
        <translation>このセッションを読む</translation>
    </message>
    <message>
        <source>Isolation</source>
        <translation>分離</translation>
    </message>
    <message>
        <source>Release…</source>
        <extracomment>button: lets an isolated device onto the network again; asks first</extracomment>
        <translation>分離を解除...</translation>
    </message>
    <message>
        <source>Isolate…</source>
        <translation>分離...</translation>
    </message>
    <message>
        <source>Remediations</source>
        <extracomment>button: shows what was done to this device</extracomment>
        <translation>修復</translation>
    </message>
    <message>
        <source>No device is selected.</source>
        <translation>デバイスが選択されていません。</translation>
    </message>
    <message>
        <source>A session is being started.</source>
        <translation>セッションを開始しています。</translation>
    </message>
    <message>
        <source>%1; it never does: %2</source>
        <extracomment>%1 what the agent may see, %2 commands that the device refuses whoever asks</extracomment>
        <translation>%1。実行しないコマンド：%2</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DeviceTable</name>
    <message>
        <source>Device inventory</source>
        <translation>デバイス インベントリ</translation>
    </message>
    <message>
        <source>The name stays: it is what tells devices apart.</source>
        <translation>名前の列は隠せません。デバイスを見分けるためのものです。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DeviceTextModel</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>the state of a device: “isolated” and “online”. In a narrow column the first is what must be seen.
----------
who holds a session on a device, and for how long</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>column of the devices table</extracomment>
        <translation>名前</translation>
    </message>
    <message>
        <source>OS</source>
        <extracomment>column of the devices table: operating system</extracomment>
        <translation>OS</translation>
    </message>
    <message>
        <source>Group</source>
        <extracomment>column of the devices table: device group</extracomment>
        <translation>グループ</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>column of the devices table: online or offline</extracomment>
        <translation>状態</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最終確認</translation>
    </message>
    <message>
        <source>Automation level</source>
        <translation>自動修復レベル</translation>
    </message>
    <message>
        <source>Agent version</source>
        <translation>エージェントのバージョン</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Session</source>
        <extracomment>column of the devices table: who holds a session</extracomment>
        <translation>セッション</translation>
    </message>
    <message>
        <source>online</source>
        <translation>オンライン</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>オフライン</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <comment>minutes ago, short</comment>
        <translation>
            <numerusform>%Ln 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <comment>hours ago, short</comment>
        <translation>
            <numerusform>%Ln 時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <comment>days ago</comment>
        <translation>
            <numerusform>%Ln 日</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>State of a device: there is no connection to the service, which would know</extracomment>
        <translation>不明</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <comment>ago, short</comment>
        <translation>1 分未満</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <extracomment>when a device was seen that is online: less than a minute ago</extracomment>
        <translation>1 分以内</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DevicesPage</name>
    <message>
        <source>Devices</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>From the filter into the table</source>
        <translation>フィルターから表へ移動</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Start a session on the selected device, or go to it</source>
        <translation>選択したデバイスのセッションを開始、または移動</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln device(s)</source>
        <translation>
            <numerusform>デバイス %Ln 台</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln device(s)</source>
        <comment>devices shown of all</comment>
        <translation>
            <numerusform>デバイス %Ln 台中 %1 台</numerusform>
        </translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>お待ちください</translation>
    </message>
    <message>
        <source>The tenant cannot be reached</source>
        <translation>テナントに接続できません</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>No device is enrolled yet</source>
        <translation>登録済みのデバイスはまだありません</translation>
    </message>
    <message>
        <source>Install sonde-agent on a device and enrol it with a token that an administrator makes. It appears here within a second.</source>
        <translation>デバイスに sonde-agent をインストールし、管理者が作成したトークンで登録してください。すぐにここに表示されます。</translation>
    </message>
    <message>
        <source>No device matches the filter</source>
        <translation>条件に一致するデバイスはありません</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>Filter devices — try os:linux group:servers online:yes</source>
        <translation>デバイスのフィルター — 例：os:linux group:servers online:yes</translation>
    </message>
    <message>
        <source>Filter devices</source>
        <translation>デバイスのフィルター</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Width of the device page</source>
        <translation>デバイス ページの幅</translation>
    </message>
    <message>
        <source>“%1” does not narrow the list. Use one of: %2</source>
        <translation>「%1」では一覧を絞り込めません。次のいずれかを使ってください：%2</translation>
    </message>
    <message>
        <source>Edit the tags of the selected devices</source>
        <translation>選択したデバイスのタグを編集</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DisconnectDialog</name>
    <message>
        <source>Disconnect session</source>
        <translation>セッションの切断</translation>
    </message>
    <message>
        <source>Disconnect the session on %1?</source>
        <translation>%1 のセッションを切断しますか？</translation>
    </message>
    <message>
        <source>The command log and all outputs are kept.</source>
        <translation>コマンド ログとすべての出力は保存されます。</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) still running would be cancelled:</source>
        <translation>
            <numerusform>実行中の %n 個のコマンドがキャンセルされます：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>It is the session of %1.</source>
        <translation>これは %1 のセッションです。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DownloadActions</name>
    <message>
        <source>Resume</source>
        <extracomment>a download</extracomment>
        <translation>再開</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>stop a download for good</extracomment>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Earlier</source>
        <extracomment>a download gets its turn before others</extracomment>
        <translation>順番を早める</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>a download gets its turn after others</extracomment>
        <translation>順番を遅らせる</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <extracomment>in the file manager</extracomment>
        <translation>フォルダーに表示</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <extracomment>from the list of downloads; the file stays</extracomment>
        <translation>一覧から削除</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <extracomment>from the list of downloads; the files stay</extracomment>
        <translation>完了分を消去</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>a zip, in the program for zips</extracomment>
        <translation>開く</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>SHA-256 をコピー</translation>
    </message>
    <message>
        <source>Copy path</source>
        <extracomment>of a file on this computer</extracomment>
        <translation>パスをコピー</translation>
    </message>
    <message>
        <source>Go to command</source>
        <extracomment>that asked for a download</extracomment>
        <translation>コマンドへ移動</translation>
    </message>
    <message>
        <source>No download is selected.</source>
        <translation>ダウンロードが選択されていません。</translation>
    </message>
    <message>
        <source>Several downloads are selected.</source>
        <translation>複数のダウンロードが選択されています。</translation>
    </message>
    <message>
        <source>Nothing of what is selected is on its way.</source>
        <translation>選択したものに、進行中のダウンロードはありません。</translation>
    </message>
    <message>
        <source>What is selected is over already.</source>
        <translation>選択したものは、すでに終わっています。</translation>
    </message>
    <message>
        <source>Nothing of what is selected has failed or was cancelled.</source>
        <translation>選択したものに、失敗またはキャンセルされたものはありません。</translation>
    </message>
    <message>
        <source>Nothing that waits stands before it.</source>
        <translation>これより前に待っているものはありません。</translation>
    </message>
    <message>
        <source>Nothing that waits stands behind it.</source>
        <translation>これより後に待っているものはありません。</translation>
    </message>
    <message>
        <source>The file is not on this computer yet.</source>
        <translation>ファイルはまだこのコンピューターにありません。</translation>
    </message>
    <message>
        <source>This is the file as it was on the device. Only zips are opened from here.</source>
        <translation>これはデバイスにあったままのファイルです。ここから開けるのは zip だけです。</translation>
    </message>
    <message>
        <source>The SHA-256 is known when the file is here.</source>
        <translation>SHA-256 は、ファイルが届いてからわかります。</translation>
    </message>
    <message>
        <source>What is on its way stays in the list: cancel it first.</source>
        <translation>進行中のものは一覧に残ります。先にキャンセルしてください。</translation>
    </message>
    <message>
        <source>Nothing in the list is over.</source>
        <translation>一覧に、終わったものはありません。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DownloadTextModel</name>
    <message>
        <source>waiting</source>
        <extracomment>state of a download: it waits for its turn</extracomment>
        <translation>待機中</translation>
    </message>
    <message>
        <source>downloading</source>
        <extracomment>state of a download</extracomment>
        <translation>ダウンロード中</translation>
    </message>
    <message>
        <source>packing</source>
        <extracomment>state of a download: its zip is being written</extracomment>
        <translation>圧縮ファイルを作成中</translation>
    </message>
    <message>
        <source>tries again</source>
        <extracomment>state of a download: the connection was lost</extracomment>
        <translation>再試行待ち</translation>
    </message>
    <message>
        <source>paused</source>
        <extracomment>state of a download</extracomment>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>has a question</source>
        <extracomment>state of a download: it waits for the analyst&apos;s answer</extracomment>
        <translation>質問あり</translation>
    </message>
    <message>
        <source>verified</source>
        <extracomment>state of a download: complete, and its hash is right</extracomment>
        <translation>検証済み</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>state of a download</extracomment>
        <translation>失敗</translation>
    </message>
    <message>
        <source>cancelled</source>
        <extracomment>state of a download</extracomment>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>%1/s</source>
        <extracomment>%1 is a size: so much in a second</extracomment>
        <translation>%1/秒</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <extracomment>downloads that are not at their end</extracomment>
        <translation>
            <numerusform>%n 件が進行中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <extracomment>downloads that wait for an answer</extracomment>
        <translation>
            <numerusform>%n 件が確認待ち</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished</source>
        <extracomment>downloads</extracomment>
        <translation>
            <numerusform>%n 件が完了</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <extracomment>a part in percent, of a size</extracomment>
        <translation>%1% (全体 %2)</translation>
    </message>
    <message>
        <source>%1
is kept as
%2</source>
        <extracomment>%1 a path on a device, %2 where it is kept on this computer</extracomment>
        <translation>%1
の保存先：
%2</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>Column: name of a file</extracomment>
        <translation>名前</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>Column: how much of a download is here</extracomment>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>Column: bytes in a second</extracomment>
        <translation>速度</translation>
    </message>
    <message>
        <source>Time left</source>
        <extracomment>Column: until a download is complete</extracomment>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>Column: state of a download</extracomment>
        <translation>状態</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A command: its number, and its line</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Kept as</source>
        <extracomment>Column: name of a downloaded file on this computer</extracomment>
        <translation>保存名</translation>
    </message>
    <message>
        <source>Asked for</source>
        <extracomment>Column: when a download was asked for</extracomment>
        <translation>要求日時</translation>
    </message>
    <message>
        <source>Command</source>
        <extracomment>Column: the command that asked for a download</extracomment>
        <translation>コマンド</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DownloadsButton</name>
    <message>
        <source>Downloads</source>
        <extracomment>%1: how the downloads are, &quot;2 under way · 45 %&quot;</extracomment>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Downloads: %1</source>
        <translation>ダウンロード：%1</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DownloadsDock</name>
    <message>
        <source>%1 from %2 is here, and its hash is right.</source>
        <extracomment>%1 the name of a file, %2 a device</extracomment>
        <translation>%2 の %1 をダウンロードし、ハッシュの一致を確認しました。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーに表示</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 the name of a file, %2 why its download stopped or what it asks</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show downloads</source>
        <translation>ダウンロードを表示</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>ダウンロード</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::DownloadsPanel</name>
    <message>
        <source>Downloads</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>一時停止または再開</translation>
    </message>
    <message>
        <source>Cancel, or remove from the list</source>
        <translation>キャンセル、または一覧から削除</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>順番を早める</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>順番を遅らせる</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーに表示</translation>
    </message>
    <message>
        <source>Close the downloads</source>
        <translation>ダウンロードを閉じる</translation>
    </message>
    <message>
        <source>Nothing was downloaded yet</source>
        <translation>ダウンロードはまだありません</translation>
    </message>
    <message>
        <source>What getfile brings from a device appears here, of all sessions.</source>
        <translation>getfile でデバイスから取得したファイルが、すべてのセッションについてここに表示されます。</translation>
    </message>
    <message>
        <source>Back to where the focus came from</source>
        <translation>元の場所に戻る</translation>
    </message>
    <message>
        <source>SHA-256 of %1</source>
        <extracomment>%1 the name of a file as it is on the device, which lies in a zip here</extracomment>
        <translation>%1 の SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of %1 in the zip</source>
        <translation>zip 内の %1 の SHA-256</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ElevateDialog</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Take the role</source>
        <translation>ロールを取得</translation>
    </message>
    <message>
        <source>Take a role for a time</source>
        <translation>ロールの期間限定取得</translation>
    </message>
    <message>
        <source>It takes effect at once, also in the sessions that are open, and ends by itself. The journal keeps who took it, until when, and why.</source>
        <translation>開いているセッションも含めてただちに有効になり、自動的に終わります。誰が、いつまで、なぜ取得したかは記録に残ります。</translation>
    </message>
    <message>
        <source>There is no connection to the service.</source>
        <translation>サービスに接続されていません。</translation>
    </message>
    <message>
        <source>There is no role that you may take.</source>
        <translation>取得できるロールがありません。</translation>
    </message>
    <message>
        <source>Say why first.</source>
        <translation>先に理由を入力してください。</translation>
    </message>
    <message>
        <source>The service has not answered yet.</source>
        <translation>サービスの応答を待っています。</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>ロール(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>分(&amp;M)</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>理由(&amp;E)</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::EnrolmentSection</name>
    <message>
        <source>Enrolment</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>This is not yours to see</source>
        <translation>表示する権限がありません</translation>
    </message>
    <message>
        <source>It is good for one device, until %1. Nobody can look it up later.</source>
        <extracomment>%1 a time</extracomment>
        <translation>%1 まで、1 台のデバイスで使えます。後から確認することはできません。</translation>
    </message>
    <message>
        <source>Enrol a device</source>
        <translation>デバイスの登録</translation>
    </message>
    <message>
        <source>A device becomes one of this tenant by a token, which is good once. Install sonde-agent on it, and have it enrol with the token that is made here.</source>
        <translation>デバイスは、一度だけ使えるトークンでこのテナントに登録します。デバイスに sonde-agent をインストールし、ここで作成したトークンで登録してください。</translation>
    </message>
    <message>
        <source>This tenant runs on this computer for this computer alone: other devices cannot reach it. Set up a tenant for a team to enrol them.</source>
        <translation>このテナントはこのコンピューターだけのもので、ほかのデバイスからは接続できません。ほかのデバイスを登録するには、チーム用のテナントを用意してください。</translation>
    </message>
    <message>
        <source>&amp;Tag of the device</source>
        <translation>デバイスのタグ(&amp;T)</translation>
    </message>
    <message>
        <source>Tag of the device</source>
        <translation>デバイスのタグ</translation>
    </message>
    <message>
        <source>none; a device group can take devices by their tag</source>
        <translation>なし（デバイス グループの規則はタグを条件にできます）</translation>
    </message>
    <message>
        <source>&amp;Good for</source>
        <translation>有効期間(&amp;G)</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>有効期間</translation>
    </message>
    <message>
        <source>Make a token</source>
        <extracomment>button</extracomment>
        <translation>トークンの作成</translation>
    </message>
    <message>
        <source>On the device</source>
        <translation>デバイスで実行</translation>
    </message>
    <message>
        <source>Command line for the device</source>
        <translation>デバイス用のコマンド ライン</translation>
    </message>
    <message>
        <source>It names the tenant by its fingerprint, and reads the token from its standard input: paste the token when it waits, and press Enter. So the token is in no list of processes.</source>
        <translation>フィンガープリントでテナントを指定し、トークンは標準入力から読み取ります。入力待ちになったらトークンを貼り付けて Enter キーを押してください。これでトークンはプロセスの一覧に現れません。</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Enrolment token</source>
        <translation>登録トークン</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::FilePane</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>a kind of file and its size
----------
when, and by whom</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s)</source>
        <comment>that named a library file</comment>
        <translation>
            <numerusform>%Ln 件のコマンド</numerusform>
        </translation>
    </message>
    <message>
        <source>This file is larger than %1: download it to read it.</source>
        <translation>このファイルは %1 を超えています。読むにはダウンロードしてください。</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>kind of file</extracomment>
        <translation>種類</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Created</source>
        <extracomment>when a file was first uploaded, and by whom</extracomment>
        <translation>作成</translation>
    </message>
    <message>
        <source>Used by</source>
        <extracomment>how many commands used a library file</extracomment>
        <translation>使用</translation>
    </message>
    <message>
        <source>Script parameters</source>
        <translation>スクリプト パラメーター</translation>
    </message>
    <message>
        <source>Download…</source>
        <extracomment>button: from the library to this computer</extracomment>
        <translation>ダウンロード...</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Delete…</source>
        <extracomment>button: out of the library</extracomment>
        <translation>削除...</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Preview</source>
        <extracomment>tab: what a file holds</extracomment>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Content and versions</source>
        <translation>内容とバージョン</translation>
    </message>
    <message>
        <source>Run on a device…</source>
        <extracomment>button: opens the form of a script</extracomment>
        <translation>デバイスで実行...</translation>
    </message>
    <message>
        <source>Run on a device</source>
        <translation>デバイスで実行</translation>
    </message>
    <message>
        <source>SHA-256 of version %1</source>
        <extracomment>%1 the number of a version</extracomment>
        <translation>バージョン %1 の SHA-256</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::FindBar</name>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Find in outputs</source>
        <translation>出力内を検索</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる（Esc）</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)…</source>
        <extracomment>Places where a text was found; … while more are looked for</extracomment>
        <translation>
            <numerusform>%n 件一致…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 件一致</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous (Enter)</source>
        <translation>前へ（Enter）</translation>
    </message>
    <message>
        <source>Next (Shift+Enter)</source>
        <translation>次へ（Shift+Enter）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln output(s) not searched yet</source>
        <extracomment>Outputs that are still being loaded</extracomment>
        <translation>
            <numerusform>%Ln 件の出力は未検索です</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::FingerprintQuestion</name>
    <message>
        <source>They are the same: this is your tenant.</source>
        <translation>一致しました。これはあなたのテナントです。</translation>
    </message>
    <message>
        <source>They differ. Do not go on: this is another tenant than the one you were told of, or somebody stands between.</source>
        <translation>一致しません。続行しないでください。知らされたものとは別のテナントか、通信に割り込まれています。</translation>
    </message>
    <message>
        <source>This workstation does not know this tenant yet. Compare its fingerprint with the one your administrator gave you, and go on only when they are the same. It is remembered; another one will be refused.</source>
        <translation>このワークステーションは、このテナントをまだ知りません。管理者から受け取ったフィンガープリントと比べ、同じ場合にだけ続けてください。フィンガープリントは記憶され、異なるものは拒否されます。</translation>
    </message>
    <message>
        <source>Its fingerprint</source>
        <translation>このテナントの指紋</translation>
    </message>
    <message>
        <source>Fingerprint of the tenant</source>
        <translation>テナントのフィンガープリント</translation>
    </message>
    <message>
        <source>The one &amp;given to you</source>
        <extracomment>label of the field for the fingerprint that the administrator gave</extracomment>
        <translation>知らされた指紋(&amp;G)</translation>
    </message>
    <message>
        <source>The fingerprint given to you</source>
        <translation>知らされた指紋</translation>
    </message>
    <message>
        <source>Paste it here to compare</source>
        <translation>ここに貼り付けて比較</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>The service is asked.</source>
        <translation>サービスに問い合わせています。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::GovernanceDesk</name>
    <message>
        <source>%1 asks for approval on %2: %3</source>
        <extracomment>%1 a user, %2 a device, %3 a command line</extracomment>
        <translation>%1 が %2 での承認を求めています：%3</translation>
    </message>
    <message>
        <source>&amp;Take a role for a time…</source>
        <extracomment>menu entry</extracomment>
        <translation>ロールの期間限定取得(&amp;T)...</translation>
    </message>
    <message>
        <source>&amp;Waiting for approval…</source>
        <extracomment>menu entry</extracomment>
        <translation>承認待ち(&amp;W)...</translation>
    </message>
    <message>
        <source>Somebody has signed in by the break-glass account, from %1. It administers everything.</source>
        <translation>緊急用アカウントで %1 からサインインがありました。このアカウントはすべてを管理できます。</translation>
    </message>
    <message>
        <source>The break-glass account was armed at the service’s console, until %1. It administers everything.</source>
        <translation>緊急用アカウントがサービスのコンソールで有効にされました (%1 まで)。このアカウントはすべてを管理できます。</translation>
    </message>
    <message>
        <source>The break-glass account is good for nothing any more.</source>
        <translation>緊急用アカウントは無効になりました。</translation>
    </message>
    <message>
        <source>Break-glass account armed</source>
        <translation>緊急用アカウント有効</translation>
    </message>
    <message>
        <source>Until %1. Who administers users can end it before: disable the user “%2”.</source>
        <translation>%1 まで。ユーザーを管理する人は、ユーザー「%2」を無効にして、その前に終了できます。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln to approve</source>
        <translation>
            <numerusform>承認待ち %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Commands of others that wait for a second person.</source>
        <translation>別の人の承認を待つ、ほかの人のコマンド。</translation>
    </message>
    <message>
        <source>You no longer have the role “%1”: its time is over.</source>
        <translation>ロール「%1」の期間が終わりました。</translation>
    </message>
    <message>
        <source>There is no role that you may take for a time. Whoever manages authorization can make you eligible.</source>
        <translation>期間限定で取得できるロールがありません。権限を管理する人が、取得できるように設定できます。</translation>
    </message>
    <message>
        <source>Roles for a time: %1</source>
        <translation>期間限定のロール：%1</translation>
    </message>
    <message>
        <source>The role that you have for a time, and how long it lasts.</source>
        <translation>期間限定のロールと残り時間。</translation>
    </message>
    <message>
        <source>&amp;End “%1” now</source>
        <extracomment>menu entry, %1: a role that was taken for a time</extracomment>
        <translation>「%1」を今すぐ終了(&amp;E)</translation>
    </message>
    <message>
        <source>Second &amp;factor…</source>
        <extracomment>menu entry</extracomment>
        <translation>第 2 要素(&amp;F)...</translation>
    </message>
    <message>
        <source>There is no connection to the service.</source>
        <translation>サービスに接続されていません。</translation>
    </message>
    <message>
        <source>Second factor needed</source>
        <translation>第 2 要素が必要です</translation>
    </message>
    <message>
        <source>Your role gives more than looking only after a code of your second factor.</source>
        <translation>あなたのロールでは、第 2 要素のコードを確認するまで閲覧しかできません。</translation>
    </message>
    <message>
        <source>You no longer have the role “%1”: it was ended before its time.</source>
        <translation>ロール「%1」は期間の途中で終了されました。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::GroupDialog</name>
    <message>
        <source>Device group %1</source>
        <extracomment>%1 a device group</extracomment>
        <translation>デバイス グループ %1</translation>
    </message>
    <message>
        <source>Add a device group</source>
        <translation>デバイス グループの追加</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>説明(&amp;D)</translation>
    </message>
    <message>
        <source>Automation &amp;level</source>
        <translation>自動修復レベル(&amp;L)</translation>
    </message>
    <message>
        <source>Devices that no other group takes are here. With “No automated response” there is no live response on them.</source>
        <translation>ほかのどのグループにも入らないデバイスがここに入ります。「自動応答なし」では、これらのデバイスでライブ応答は使えません。</translation>
    </message>
    <message>
        <source>A device is in the first group, by rank, whose rule takes it: of each property that has values one must fit. Values are separated by commas, and * stands for any letters.</source>
        <translation>デバイスは、順位の順に、規則に一致する最初のグループに入ります。値のある各プロパティで、値のどれか 1 つに一致する必要があります。値はコンマで区切ります。* は任意の文字列を表します。</translation>
    </message>
    <message>
        <source>&amp;Host names</source>
        <translation>ホスト名(&amp;H)</translation>
    </message>
    <message>
        <source>DNS do&amp;mains</source>
        <translation>DNS ドメイン(&amp;M)</translation>
    </message>
    <message>
        <source>Operating &amp;systems</source>
        <translation>オペレーティング システム(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>タグ(&amp;T)</translation>
    </message>
    <message>
        <source>such as srv-*, mail</source>
        <translation>例：srv-*, mail</translation>
    </message>
    <message>
        <source>such as *.example.org</source>
        <translation>例：*.example.org</translation>
    </message>
    <message>
        <source>such as Linux, Windows Server*</source>
        <translation>例：Linux, Windows Server*</translation>
    </message>
    <message>
        <source>such as server</source>
        <translation>例：server</translation>
    </message>
    <message>
        <source>This device group was removed meanwhile.</source>
        <translation>このデバイス グループは、その間に削除されました。</translation>
    </message>
    <message>
        <source>%1 has changed this device group meanwhile. What you confirm replaces that.</source>
        <extracomment>%1 a person</extracomment>
        <translation>このデバイス グループは、その間に %1 が変更しました。確認すると、その変更は上書きされます。</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>先に名前を入力してください。</translation>
    </message>
    <message>
        <source>Say at least one property that devices must have.</source>
        <translation>デバイスの条件となるプロパティを 1 つ以上指定してください。</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>まだ何も変更されていません。</translation>
    </message>
    <message>
        <source>Needs &amp;approval</source>
        <extracomment>field: verbs that a second person has to approve</extracomment>
        <translation>承認が必要(&amp;A)</translation>
    </message>
    <message>
        <source>such as remediate, collect -memory</source>
        <translation>例：remediate, collect -memory</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::GroupPreview</name>
    <message>
        <source>It takes no device yet</source>
        <translation>まだどのデバイスも入りません</translation>
    </message>
    <message>
        <source>Say at least one property that devices must have.</source>
        <translation>デバイスの条件となるプロパティを 1 つ以上指定してください。</translation>
    </message>
    <message>
        <source>What it takes cannot be said</source>
        <translation>どのデバイスが入るかを確認できません</translation>
    </message>
    <message numerus="yes">
        <source>It takes %Ln device(s)</source>
        <extracomment>%1 names of devices</extracomment>
        <translation>
            <numerusform>%Ln 台のデバイスが入ります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>devices</comment>
        <translation>
            <numerusform>%1、ほか %Ln 台</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::GroupsSection</name>
    <message>
        <source>what no other group takes</source>
        <translation>ほかのグループに入らないもの</translation>
    </message>
    <message>
        <source>host %1</source>
        <extracomment>a part of the rule of a device group: %1 names</extracomment>
        <translation>ホスト %1</translation>
    </message>
    <message>
        <source>domain %1</source>
        <extracomment>a part of the rule of a device group: %1 DNS domains</extracomment>
        <translation>ドメイン %1</translation>
    </message>
    <message>
        <source>system %1</source>
        <extracomment>a part of the rule of a device group: %1 operating systems</extracomment>
        <translation>システム %1</translation>
    </message>
    <message>
        <source>tag %1</source>
        <extracomment>a part of the rule of a device group: %1 tags</extracomment>
        <translation>タグ %1</translation>
    </message>
    <message>
        <source>Rank</source>
        <extracomment>column of the device groups: 1 is the first</extracomment>
        <translation>順位</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>column of the device groups</extracomment>
        <translation>名前</translation>
    </message>
    <message>
        <source>Devices</source>
        <extracomment>column of the device groups: how many are in it</extracomment>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Automation level</source>
        <extracomment>column of the device groups</extracomment>
        <translation>自動修復レベル</translation>
    </message>
    <message>
        <source>Rule</source>
        <extracomment>column of the device groups</extracomment>
        <translation>規則</translation>
    </message>
    <message>
        <source>Device groups</source>
        <translation>デバイス グループ</translation>
    </message>
    <message>
        <source>Filter the device groups by name, level, rule</source>
        <translation>名前、レベル、規則でデバイス グループをフィルター</translation>
    </message>
    <message numerus="yes">
        <source>%Ln device group(s)</source>
        <translation>
            <numerusform>%Ln 個のデバイス グループ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln device group(s)</source>
        <comment>shown of all</comment>
        <translation>
            <numerusform>%Ln 個のデバイス グループ中 %1 個</numerusform>
        </translation>
    </message>
    <message>
        <source>No device groups</source>
        <translation>デバイス グループはありません</translation>
    </message>
    <message>
        <source>Devices that no other group takes are here.</source>
        <translation>ほかのどのグループにも入らないデバイスがここに入ります。</translation>
    </message>
    <message>
        <source>by nobody yet</source>
        <comment>changed</comment>
        <extracomment>%1 a time, %2 a person</extracomment>
        <translation>まだ変更されていません</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>changed</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The ungrouped devices are always the last group, and stay.</source>
        <translation>グループ化されていないデバイスは常に最後のグループで、変えられません。</translation>
    </message>
    <message>
        <source>It is the first already.</source>
        <translation>すでに先頭です。</translation>
    </message>
    <message>
        <source>Below it are only the ungrouped devices.</source>
        <translation>この下にあるのはグループ化されていないデバイスだけです。</translation>
    </message>
    <message>
        <source>Remove a device group</source>
        <extracomment>%1 a device group</extracomment>
        <translation>デバイス グループの削除</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 を削除しますか？</translation>
    </message>
    <message>
        <source>Its devices go to the next group whose rule takes them. Only a group that no role is for can be removed.</source>
        <translation>グループのデバイスは、規則に一致する次のグループに移ります。削除できるのは、どのロールの対象でもないグループだけです。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Host names</source>
        <translation>ホスト名</translation>
    </message>
    <message>
        <source>DNS domains</source>
        <translation>DNS ドメイン</translation>
    </message>
    <message>
        <source>Operating systems</source>
        <translation>オペレーティング システム</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>最後の変更</translation>
    </message>
    <message>
        <source>&amp;Add a device group…</source>
        <translation>デバイス グループの追加(&amp;A)...</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>追加...</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上へ移動(&amp;U)</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>下へ移動(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>変更(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>削除(&amp;R)...</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <extracomment>of a device group: verbs that a second person has to approve</extracomment>
        <translation>承認が必要</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::HashField</name>
    <message>
        <source>Copy %1</source>
        <extracomment>button; %1 is the name of a hash, such as SHA-256</extracomment>
        <translation>%1 をコピー</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::HelpPanel</name>
    <message>
        <source>Filter commands</source>
        <translation>コマンドのフィルター</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Put into the input line</source>
        <translation>入力行に入れる</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::HistoryPopup</name>
    <message>
        <source>Find in history</source>
        <translation>履歴を検索</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::InputLine</name>
    <message>
        <source>Working directory: %1</source>
        <translation>作業ディレクトリ：%1</translation>
    </message>
    <message>
        <source>Enter again sends it all the same.</source>
        <translation>もう一度 Enter を押すと、そのまま送信します。</translation>
    </message>
    <message numerus="yes">
        <source>%n pasted line(s) to come: Enter sends this one, Esc drops the rest.</source>
        <translation>
            <numerusform>貼り付けた行が残り %n 行あります。Enter でこの行を送信し、Esc で残りを破棄します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Type a command — Tab completes, ↑ history, Ctrl+Shift+F finds</source>
        <translation>コマンドを入力 — Tab で補完、↑ で履歴、Ctrl+Shift+F で検索</translation>
    </message>
    <message>
        <source>Command input</source>
        <translation>コマンド入力</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>ヒント</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::JsonView</name>
    <message>
        <source>This document has %1: it is shown without colours.</source>
        <translation>この文書は %1 あるため、色分けせずに表示しています。</translation>
    </message>
    <message>
        <source>JSON output</source>
        <translation>JSON 出力</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>長い行を折り返す</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::LeaveDialog</name>
    <message>
        <source>Close Sonde</source>
        <translation>Sonde を閉じる</translation>
    </message>
    <message>
        <source>Close Sonde with work going on?</source>
        <translation>作業が続いています。Sonde を閉じますか？</translation>
    </message>
    <message>
        <source>This tenant runs on this computer and ends with the window: commands that run are stopped. Sessions and downloads go on when Sonde is started again.</source>
        <translation>このテナントはこのコンピューターで動いており、ウィンドウとともに終了します。実行中のコマンドは停止します。セッションとダウンロードは、次に Sonde を起動したときに続きます。</translation>
    </message>
    <message>
        <source>What is left running goes on at the service, and its sessions keep their devices from others until the inactivity timeout ends them. Downloads go on when Sonde is started again; uploads do not.</source>
        <translation>実行したままのものはサービスで続き、そのセッションは非アクティブ タイムアウトで終わるまでデバイスを占有します。ダウンロードは次に Sonde を起動したときに続きますが、アップロードは続きません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) running</source>
        <translation>
            <numerusform>%Ln 件のコマンドを実行中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln transfer(s) under way</source>
        <translation>
            <numerusform>%Ln 件を転送中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) held</source>
        <translation>
            <numerusform>%Ln 件のセッションを保持中</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>それでも閉じる</translation>
    </message>
    <message>
        <source>Leave running</source>
        <translation>実行したままにする</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ほか %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Disconnecting…</source>
        <translation>切断しています...</translation>
    </message>
    <message>
        <source>Disconnect all</source>
        <translation>すべて切断</translation>
    </message>
    <message>
        <source>There is no connection to the service.</source>
        <translation>サービスに接続していません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) waiting for approval: approved, they run without you</source>
        <translation>
            <numerusform>承認待ちのコマンド %Ln 件：承認されると、いなくても実行されます</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sonde::Client::LibraryPage</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln 個のファイル</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln file(s)</source>
        <comment>files shown of all</comment>
        <translation>
            <numerusform>%Ln 個中 %1 個のファイル</numerusform>
        </translation>
    </message>
    <message>
        <source>The library is empty</source>
        <translation>ライブラリは空です</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>お待ちください</translation>
    </message>
    <message>
        <source>The library is being listed.</source>
        <translation>ライブラリの一覧を取得しています。</translation>
    </message>
    <message>
        <source>No file matches the filter</source>
        <translation>フィルターに一致するファイルはありません</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Delete from the library</source>
        <translation>ライブラリから削除</translation>
    </message>
    <message>
        <source>Delete “%1” with its whole history?</source>
        <translation>「%1」を履歴ごと削除しますか？</translation>
    </message>
    <message numerus="yes">
        <source>It has %Ln version(s).</source>
        <translation>
            <numerusform>%Ln 個のバージョンがあります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln command(s) used it; what they did stays in the journal.</source>
        <translation>
            <numerusform>%Ln 件のコマンドで使われました。その記録はジャーナルに残ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>No command has used it.</source>
        <translation>使用したコマンドはありません。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Filter by name, description, signature, person</source>
        <translation>名前、説明、署名、担当者でフィルター</translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation>ライブラリのフィルター</translation>
    </message>
    <message>
        <source>Width of the file’s page</source>
        <translation>ファイル ページの幅</translation>
    </message>
    <message>
        <source>Scripts and tools in it are ready for every device: “run” runs a script, “putfile” puts a file there.</source>
        <translation>ライブラリのスクリプトとツールは、どのデバイスでもすぐに使えます。「run」でスクリプトを実行し、「putfile」でファイルを置きます。</translation>
    </message>
    <message>
        <source>Drop files anywhere on this window to upload them.</source>
        <translation>ファイルをこのウィンドウのどこにでもドロップすると、アップロードできます。</translation>
    </message>
    <message>
        <source>The library cannot be listed</source>
        <translation>ライブラリの一覧を取得できません</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::LibraryTextModel</name>
    <message>
        <source>yes</source>
        <comment>takes parameters</comment>
        <translation>あり</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>column of the library</extracomment>
        <translation>名前</translation>
    </message>
    <message>
        <source>Type</source>
        <extracomment>column of the library: kind of file</extracomment>
        <translation>種類</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Parameters</source>
        <extracomment>column of the library: whether the script takes parameters</extracomment>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>By</source>
        <extracomment>column of the library: who uploaded this version</extracomment>
        <translation>更新者</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>column of the library: when this version was uploaded</extracomment>
        <translation>日時</translation>
    </message>
    <message>
        <source>PowerShell script</source>
        <translation>PowerShell スクリプト</translation>
    </message>
    <message>
        <source>Shell script</source>
        <translation>シェル スクリプト</translation>
    </message>
    <message>
        <source>Python script</source>
        <translation>Python スクリプト</translation>
    </message>
    <message>
        <source>Batch file</source>
        <translation>バッチ ファイル</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Archive</source>
        <extracomment>a file that holds other files</extracomment>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>YARA rules</source>
        <translation>YARA ルール</translation>
    </message>
    <message>
        <source>List of known bad files</source>
        <translation>悪意あるファイルの一覧</translation>
    </message>
    <message>
        <source>List of known good files</source>
        <translation>問題ないファイルの一覧</translation>
    </message>
    <message>
        <source>Definitions of artefacts</source>
        <translation>アーティファクトの定義</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::LineTree</name>
    <message>
        <source>Copy %1</source>
        <extracomment>%1 is the name of a hash, such as SHA-256</extracomment>
        <translation>%1 をコピー</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ListSection</name>
    <message>
        <source>This is not yours to see</source>
        <translation>表示する権限がありません</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>フィルターに一致するものがありません</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>The list cannot be shown</source>
        <translation>一覧を表示できません</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>お待ちください</translation>
    </message>
    <message>
        <source>The list is being fetched.</source>
        <translation>一覧を取得しています。</translation>
    </message>
    <message>
        <source>About what is selected</source>
        <translation>選択したものの詳細</translation>
    </message>
    <message>
        <source>Width of the details</source>
        <translation>詳細の幅</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::MainActions</name>
    <message>
        <source>&amp;File</source>
        <extracomment>menu</extracomment>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <extracomment>menu: live response session</extracomment>
        <translation>セッション(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>menu</extracomment>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <extracomment>menu</extracomment>
        <translation>ツール(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>menu</extracomment>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>サインイン(&amp;I)...</translation>
    </message>
    <message>
        <source>&amp;Close the tab</source>
        <translation>タブを閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <extracomment>menu entry: end the program</extracomment>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Start live response session</source>
        <translation>ライブ応答セッションの開始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Devices</source>
        <translation>デバイス(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Filter devices</source>
        <translation>デバイスのフィルター(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>次のタブ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>前のタブ(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Larger console text</source>
        <translation>コンソールの文字を大きく(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller console text</source>
        <translation>コンソールの文字を小さく(&amp;M)</translation>
    </message>
    <message>
        <source>N&amp;ormal console text</source>
        <translation>コンソールの文字を標準に(&amp;O)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全画面表示(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>設定(&amp;S)...</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <extracomment>menu entry: the list of keyboard shortcuts</extracomment>
        <translation>ショートカット(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;About Sonde</source>
        <translation>Sonde について(&amp;A)</translation>
    </message>
    <message>
        <source>Li&amp;brary</source>
        <translation>ライブラリ(&amp;B)</translation>
    </message>
    <message>
        <source>Do&amp;wnloads</source>
        <translation>ダウンロード(&amp;W)</translation>
    </message>
    <message>
        <source>N&amp;ext area</source>
        <extracomment>menu entry: an area is the console, the command log, the downloads…</extracomment>
        <translation>次の領域(&amp;E)</translation>
    </message>
    <message>
        <source>Pre&amp;vious area</source>
        <extracomment>menu entry: an area is the console, the command log, the downloads…</extracomment>
        <translation>前の領域(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Remediations</source>
        <translation>修復(&amp;R)</translation>
    </message>
    <message>
        <source>A&amp;ctivity</source>
        <translation>アクティビティ(&amp;C)</translation>
    </message>
    <message>
        <source>To the sixth tab, … to the ninth</source>
        <translation>6 番目のタブへ、…、9 番目のタブへ</translation>
    </message>
    <message>
        <source>Ad&amp;ministration</source>
        <translation>管理(&amp;M)</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::MainWindow</name>
    <message>
        <source>The tenant on this computer is starting.</source>
        <translation>このコンピューターのテナントを起動しています。</translation>
    </message>
    <message>
        <source>Signing in to the tenant.</source>
        <translation>テナントにサインインしています。</translation>
    </message>
    <message>
        <source>The devices are being listed.</source>
        <translation>デバイスの一覧を取得しています。</translation>
    </message>
    <message>
        <source>Sign in to see the devices of this tenant.</source>
        <translation>このテナントのデバイスを見るには、サインインしてください。</translation>
    </message>
    <message>
        <source>Devices and sessions</source>
        <translation>デバイスとセッション</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>メニュー バー</translation>
    </message>
    <message>
        <source>This tab stays: only those of sessions are closed.</source>
        <translation>このタブは閉じられません。閉じられるのはセッションのタブだけです。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::NotificationStrip</name>
    <message>
        <source>Dismiss notification</source>
        <translation>通知を閉じる</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::OutputBody</name>
    <message>
        <source>Copy selection</source>
        <translation>選択範囲をコピー</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>JSON としてコピー</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>すべてコピー</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <source>The document appears when the command has finished.</source>
        <translation>コマンドが終了すると、文書が表示されます。</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>エンコード</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n selected row(s) as</source>
        <translation>
            <numerusform>選択した %n 行をコピー</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n shown row(s) as</source>
        <translation>
            <numerusform>表示中の %n 行をコピー</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy all rows as</source>
        <translation>すべての行をコピー</translation>
    </message>
    <message numerus="yes">
        <source>Export %n shown row(s)…</source>
        <translation>
            <numerusform>表示中の %n 行をエクスポート...</numerusform>
        </translation>
    </message>
    <message>
        <source>Export all rows…</source>
        <translation>すべての行をエクスポート...</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>Formats rows can be copied in</extracomment>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>何も選択されていません。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::OutputWindow</name>
    <message>
        <source>Filter these rows</source>
        <translation>これらの行をフィルター</translation>
    </message>
    <message>
        <source>Compare with an earlier run…</source>
        <translation>以前の実行と比較...</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::OverwriteDialog</name>
    <message>
        <source>File exists</source>
        <translation>ファイルが存在します</translation>
    </message>
    <message>
        <source>Overwrite “%1”?</source>
        <translation>「%1」を上書きしますか？</translation>
    </message>
    <message>
        <source>In %1</source>
        <extracomment>%1 is a folder on this computer</extracomment>
        <translation>場所：%1</translation>
    </message>
    <message>
        <source>%1, changed %2</source>
        <extracomment>a file that is there: its size, and when it was changed</extracomment>
        <translation>%1、更新日時 %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <extracomment>Replaces a file of the same name</extracomment>
        <translation>上書き</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::PackageWindow</name>
    <message>
        <source>Package %1</source>
        <extracomment>%1 is the name of a package</extracomment>
        <translation>パッケージ %1</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>名前でフィルター</translation>
    </message>
    <message>
        <source>Search in all files, then Enter</source>
        <translation>すべてのファイルを検索（Enter で開始）</translation>
    </message>
    <message>
        <source>Search in all files</source>
        <translation>すべてのファイルを検索</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>a search that is under way</extracomment>
        <translation>停止</translation>
    </message>
    <message>
        <source>What is in the package</source>
        <translation>パッケージの内容</translation>
    </message>
    <message>
        <source>Content</source>
        <extracomment>what a file of a package holds</extracomment>
        <translation>内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>更新日時</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Reading… %1 %</source>
        <extracomment>%1 a number: how much of a package was read</extracomment>
        <translation>読み取り中... %1%</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み取り中...</translation>
    </message>
    <message>
        <source>This is no package that can be read.</source>
        <translation>読み取れるパッケージではありません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), %1 unpacked.</source>
        <extracomment>%1 a size</extracomment>
        <translation>
            <numerusform>%Ln 個のファイル、展開時 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 There may be more:</source>
        <translation>%1 ほかにもある可能性があります：</translation>
    </message>
    <message>
        <source>The search ended.</source>
        <translation>検索は終了しました。</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is in %Ln file(s) of %2.</source>
        <extracomment>%1 what was searched for, %2 a number of files</extracomment>
        <translation>
            <numerusform>「%1」は %2 個中 %Ln 個のファイルにあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Not all were searched:</source>
        <translation>%1 すべてを検索したわけではありません：</translation>
    </message>
    <message>
        <source>A folder.</source>
        <translation>フォルダーです。</translation>
    </message>
    <message>
        <source>A link to %1.</source>
        <extracomment>%1 a path</extracomment>
        <translation>%1 へのリンクです。</translation>
    </message>
    <message>
        <source>No file that has a content.</source>
        <translation>内容のあるファイルではありません。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>ファイルは空です。</translation>
    </message>
    <message>
        <source>Choose a file to read it here.</source>
        <translation>ファイルを選ぶと、ここで読めます。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::PasswordDialog</name>
    <message>
        <source>New password for %1</source>
        <extracomment>%1 a user</extracomment>
        <translation>%1 の新しいパスワード</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>パスワードの設定</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>もう一度入力(&amp;A)</translation>
    </message>
    <message>
        <source>This is your own account: you are signed out at once, and your sessions end.</source>
        <translation>これはあなた自身のアカウントです。ただちにサインアウトされ、セッションは終了します。</translation>
    </message>
    <message>
        <source>They are signed out at once, and their sessions end.</source>
        <translation>このユーザーはただちにサインアウトされ、セッションは終了します。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::PasswordFields</name>
    <message>
        <source>Type a password first.</source>
        <translation>先にパスワードを入力してください。</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>2 つのパスワードが一致していません。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::PreviewDialog</name>
    <message>
        <source>Preview of %1</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 のプレビュー</translation>
    </message>
    <message>
        <source>Text</source>
        <extracomment>Tab: a file as text</extracomment>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <extracomment>Tab: a file byte by byte</extracomment>
        <translation>16 進数</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::PublishersSection</name>
    <message>
        <source>Name</source>
        <extracomment>column of the publishers</extracomment>
        <translation>名前</translation>
    </message>
    <message>
        <source>Expires</source>
        <extracomment>column of the publishers: the end of their certificate</extracomment>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation>発行元</translation>
    </message>
    <message>
        <source>Filter the publishers by name, hash</source>
        <translation>名前、ハッシュで発行元をフィルター</translation>
    </message>
    <message numerus="yes">
        <source>%Ln publisher(s)</source>
        <translation>
            <numerusform>%Ln 件の発行元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln publisher(s)</source>
        <comment>shown of all</comment>
        <translation>
            <numerusform>%Ln 件の発行元中 %1 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody’s signature is trusted</source>
        <translation>信頼する署名はありません</translation>
    </message>
    <message>
        <source>A PowerShell script runs only when somebody signed it whose certificate is here, unless the setting “allow-unsigned-scripts” is on.</source>
        <translation>PowerShell スクリプトは、ここに証明書のある発行元が署名したものだけが実行できます。設定「allow-unsigned-scripts」がオンの場合を除きます。</translation>
    </message>
    <message>
        <source>This certificate has expired: what it signed before that stays trusted only if it is timestamped.</source>
        <translation>この証明書は有効期限が切れています。それより前の署名は、タイムスタンプがある場合だけ信頼されます。</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>証明書の選択</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <extracomment>files that can be chosen</extracomment>
        <translation>証明書 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Remove a publisher</source>
        <extracomment>%1 whom a certificate is for</extracomment>
        <translation>発行元の削除</translation>
    </message>
    <message>
        <source>Trust %1 no longer?</source>
        <translation>%1 の信頼を取り消しますか？</translation>
    </message>
    <message>
        <source>Scripts in the library that it signed are unsigned from then on.</source>
        <translation>この発行元が署名したライブラリのスクリプトは、それ以降、署名されていないものとして扱われます。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>SHA-256 of the certificate</source>
        <translation>証明書の SHA-256</translation>
    </message>
    <message>
        <source>&amp;Add a certificate…</source>
        <translation>証明書の追加(&amp;A)...</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>追加...</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>削除(&amp;R)...</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::QuestionBar</name>
    <message>
        <source>There is a file “%1” in %2 already.</source>
        <translation>%2 には「%1」というファイルが既にあります。</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <extracomment>a file of the same name</extracomment>
        <translation>上書き</translation>
    </message>
    <message>
        <source>Keep both</source>
        <extracomment>files of the same name</extracomment>
        <translation>両方を残す</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>do not download this one</extracomment>
        <translation>スキップ</translation>
    </message>
    <message>
        <source>Question about a download</source>
        <translation>ダウンロードの確認</translation>
    </message>
    <message>
        <source>There is a file “%1” in %2 already, with the same content (SHA-256).</source>
        <translation>%2 には、同じ内容（SHA-256 が同じ）の「%1」というファイルが既にあります。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RecordView</name>
    <message>
        <source>Copy value</source>
        <translation>値をコピー</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RemediationsPage</name>
    <message numerus="yes">
        <source>%Ln act(s)</source>
        <translation>
            <numerusform>%Ln 件の操作</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln act(s)</source>
        <comment>acts shown of all</comment>
        <translation>
            <numerusform>%Ln 件中 %1 件の操作</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>フィルターに一致するものがありません</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>The list cannot be shown</source>
        <translation>一覧を表示できません</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>お待ちください</translation>
    </message>
    <message>
        <source>The list is being fetched.</source>
        <translation>一覧を取得しています。</translation>
    </message>
    <message>
        <source>Nothing was remediated yet</source>
        <translation>まだ何も修復されていません</translation>
    </message>
    <message>
        <source>What is remediated, undone, isolated and released in sessions is listed here, with who did it and why, and can be undone from here.</source>
        <translation>セッションで行った修復、元に戻す操作、分離とその解除が、実行者と理由とともにここに表示され、ここから元に戻せます。</translation>
    </message>
    <message>
        <source>This was undone already.</source>
        <translation>すでに元に戻されています。</translation>
    </message>
    <message>
        <source>There is nothing of it that could be undone.</source>
        <translation>元に戻せるものがありません。</translation>
    </message>
    <message>
        <source>Remediations</source>
        <translation>修復</translation>
    </message>
    <message>
        <source>Filter by device, thing, person, reason, state</source>
        <translation>デバイス、対象、ユーザー、理由、状態でフィルター</translation>
    </message>
    <message>
        <source>Filter the remediations</source>
        <translation>修復のフィルター</translation>
    </message>
    <message>
        <source>Show in its session</source>
        <extracomment>button: goes to the command of a session that did it</extracomment>
        <translation>セッションで表示</translation>
    </message>
    <message>
        <source>Undo…</source>
        <extracomment>button: asks first</extracomment>
        <translation>元に戻す...</translation>
    </message>
    <message>
        <source>This was undone already, by act %1.</source>
        <extracomment>%1 the number of an act</extracomment>
        <translation>すでに操作 %1 によって元に戻されています。</translation>
    </message>
    <message>
        <source>The time in which it could be undone is over.</source>
        <translation>元に戻せる期限を過ぎました。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::Reporter</name>
    <message>
        <source>Look at it</source>
        <translation>確認する</translation>
    </message>
    <message>
        <source>Start a live response session on a device first; the script runs there.</source>
        <translation>先にデバイスでライブ応答セッションを開始してください。スクリプトはそのデバイスで実行されます。</translation>
    </message>
    <message>
        <source>Show devices</source>
        <translation>デバイスを表示</translation>
    </message>
    <message>
        <source>Downloaded: %1</source>
        <translation>ダウンロードしました：%1</translation>
    </message>
    <message>
        <source>“%1” is in the library.</source>
        <translation>「%1」をライブラリに追加しました。</translation>
    </message>
    <message>
        <source>Show library</source>
        <translation>ライブラリを表示</translation>
    </message>
    <message>
        <source>%1 · %2: %3</source>
        <extracomment>%1 a device, %2 a command line, %3 how it ended</extracomment>
        <translation>%1 · %2：%3</translation>
    </message>
    <message>
        <source>Go to session</source>
        <translation>セッションへ移動</translation>
    </message>
    <message>
        <source>The session on %1 has ended.</source>
        <translation>%1 のセッションは終了しました。</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>セッション %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a device, %2 a sentence that says why a line was not run</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Go to command</source>
        <translation>コマンドへ移動</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RestartNotice</name>
    <message numerus="yes">
        <source>%1 had ended and was started again. %n command(s) were interrupted: the command log says which.</source>
        <translation>
            <numerusform>%1 が終了したため、再起動しました。%n 件のコマンドが中断されました。どれかはコマンド ログでわかります。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 had ended and was started again. Nothing is lost.</source>
        <translation>%1 が終了したため、再起動しました。失われたものはありません。</translation>
    </message>
    <message>
        <source>%1 had ended and was started again. Commands that it was carrying out may have been interrupted: the command log says which.</source>
        <translation>%1 が終了したため、再起動しました。実行中だったコマンドは中断された可能性があります：コマンド ログでわかります。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ResultBar</name>
    <message>
        <source>“%1” means nothing here. Write for example: %2</source>
        <extracomment>%1 is what was typed, %2 are examples</extracomment>
        <translation>「%1」はここでは使えません。入力例：%2</translation>
    </message>
    <message>
        <source>Words, or %1</source>
        <extracomment>What can be typed into a filter; the names of columns stay as they are</extracomment>
        <translation>語句、または %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中 %1</translation>
    </message>
    <message>
        <source>Grouped by %1</source>
        <translation>%1 でグループ化</translation>
    </message>
    <message>
        <source>Do not group by %1 any more</source>
        <translation>%1 でのグループ化をやめる</translation>
    </message>
    <message>
        <source>Comparing with %1…</source>
        <translation>%1 と比較しています...</translation>
    </message>
    <message>
        <source>Since %1: %2 new, %3 gone, %4 changed</source>
        <extracomment>%1 names an earlier run of the same command; then how many rows are new, gone and changed since</extracomment>
        <translation>%1 との比較：追加 %2、消失 %3、変更 %4</translation>
    </message>
    <message>
        <source>Filter these rows</source>
        <translation>これらの行をフィルター</translation>
    </message>
    <message>
        <source>Filter of these rows</source>
        <translation>これらの行のフィルター</translation>
    </message>
    <message>
        <source>Remove the filter (Esc)</source>
        <translation>フィルターを解除 (Esc)</translation>
    </message>
    <message>
        <source>Remove the filter</source>
        <translation>フィルターを解除</translation>
    </message>
    <message>
        <source>As a tree</source>
        <translation>ツリー表示</translation>
    </message>
    <message>
        <source>Not as a tree any more</source>
        <translation>ツリー表示をやめる</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>違いのみ</translation>
    </message>
    <message>
        <source>End comparison</source>
        <translation>比較を終了</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ResultPane</name>
    <message>
        <source>No row matches the filter.</source>
        <translation>フィルターに一致する行はありません。</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>すべての行を表示</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ResultView</name>
    <message>
        <source>Long texts on several lines</source>
        <translation>長いテキストを複数行で表示</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>セルをコピー</translation>
    </message>
    <message>
        <source>new</source>
        <extracomment>What became of a row since an earlier run</extracomment>
        <translation>追加</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Only rows with this value</source>
        <translation>この値の行のみ</translation>
    </message>
    <message>
        <source>Without rows with this value</source>
        <translation>この値の行を除外</translation>
    </message>
    <message>
        <source>(empty)</source>
        <extracomment>Head of a group of rows without a value</extracomment>
        <translation>(空)</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RoleDialog</name>
    <message>
        <source>For the &amp;whole tenant</source>
        <translation>テナント全体(&amp;W)</translation>
    </message>
    <message>
        <source>Role %1</source>
        <extracomment>%1 a role</extracomment>
        <translation>ロール %1</translation>
    </message>
    <message>
        <source>Add a role</source>
        <translation>ロールの追加</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>説明(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Permissions</source>
        <translation>アクセス許可(&amp;P)</translation>
    </message>
    <message>
        <source>For the whole tenant</source>
        <translation>テナント全体</translation>
    </message>
    <message>
        <source>Device &amp;groups</source>
        <translation>デバイス グループ(&amp;G)</translation>
    </message>
    <message>
        <source>A change takes effect at once, also for who is at work: sessions and commands that the role does not give any more end.</source>
        <translation>変更は、作業中のユーザーにもただちに反映されます。ロールで許可されなくなったセッションとコマンドは終了します。</translation>
    </message>
    <message>
        <source>This role was removed meanwhile.</source>
        <translation>このロールは、その間に削除されました。</translation>
    </message>
    <message>
        <source>%1 has changed this role meanwhile. What you confirm replaces that.</source>
        <extracomment>%1 a person</extracomment>
        <translation>このロールは、その間に %1 が変更しました。確認すると、その変更は上書きされます。</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>先に名前を入力してください。</translation>
    </message>
    <message>
        <source>Choose the device groups, or the whole tenant.</source>
        <translation>デバイス グループ、またはテナント全体を選択してください。</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>まだ何も変更されていません。</translation>
    </message>
    <message>
        <source>Demands a second &amp;factor for more than looking</source>
        <translation>閲覧を超える操作に第 2 要素を必要とする(&amp;F)</translation>
    </message>
    <message>
        <source>Demands a second factor for more than looking</source>
        <translation>閲覧を超える操作に第 2 要素を必要とする</translation>
    </message>
    <message>
        <source>Without one the role reads, looks at devices and brings files. It changes nothing.</source>
        <translation>第 2 要素がない間も、ロールで閲覧、デバイスの確認、ファイルの取得ができます。変更はできません。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RolesSection</name>
    <message>
        <source>the whole tenant</source>
        <extracomment>where a role gives what it gives</extracomment>
        <translation>テナント全体</translation>
    </message>
    <message>
        <source>built in</source>
        <comment>role</comment>
        <extracomment>instead of who changed a role</extracomment>
        <translation>組み込み</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>column of the roles</extracomment>
        <translation>名前</translation>
    </message>
    <message>
        <source>Permissions</source>
        <extracomment>column of the roles</extracomment>
        <translation>アクセス許可</translation>
    </message>
    <message>
        <source>For</source>
        <extracomment>column of the roles: the device groups
----------
where a role gives what it gives</extracomment>
        <translation>対象</translation>
    </message>
    <message>
        <source>Changed by</source>
        <extracomment>column of the roles</extracomment>
        <translation>変更者</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更日時</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>ロール</translation>
    </message>
    <message>
        <source>Filter the roles by name, permission, device group</source>
        <translation>名前、アクセス許可、デバイス グループでロールをフィルター</translation>
    </message>
    <message numerus="yes">
        <source>%Ln role(s)</source>
        <translation>
            <numerusform>%Ln 個のロール</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln role(s)</source>
        <comment>roles shown of all</comment>
        <translation>
            <numerusform>%Ln 個のロール中 %1 個</numerusform>
        </translation>
    </message>
    <message>
        <source>No roles</source>
        <translation>ロールはありません</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>changed</comment>
        <extracomment>%1 a time, %2 a person</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Roles that are built in stay as they are. Add one of your own instead.</source>
        <translation>組み込みのロールは変更できません。代わりに独自のロールを追加してください。</translation>
    </message>
    <message>
        <source>Remove a role</source>
        <extracomment>%1 a role</extracomment>
        <translation>ロールの削除</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 を削除しますか？</translation>
    </message>
    <message>
        <source>Only a role that nobody has can be removed.</source>
        <translation>削除できるのは、誰にも割り当てられていないロールだけです。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>最後の変更</translation>
    </message>
    <message>
        <source>&amp;Add a role…</source>
        <translation>ロールの追加(&amp;A)...</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>追加...</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>変更(&amp;C)...</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>削除(&amp;R)...</translation>
    </message>
    <message>
        <source>for more than looking</source>
        <translation>閲覧を超える操作に必要</translation>
    </message>
    <message>
        <source>not demanded</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>第 2 要素</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RowActs</name>
    <message>
        <source>Remediate this process and its image…</source>
        <translation>このプロセスとそのイメージを修復...</translation>
    </message>
    <message>
        <source>Remediate this process, its image and all that it has started…</source>
        <translation>このプロセス、そのイメージ、開始したものすべてを修復...</translation>
    </message>
    <message>
        <source>Remediate this file…</source>
        <translation>このファイルを修復...</translation>
    </message>
    <message>
        <source>Remediate the file of its program…</source>
        <translation>プログラムのファイルを修復...</translation>
    </message>
    <message>
        <source>Remediate the process behind it and its image…</source>
        <translation>通信しているプロセスとそのイメージを修復...</translation>
    </message>
    <message>
        <source>Remediate this service…</source>
        <translation>このサービスを修復...</translation>
    </message>
    <message>
        <source>Remediate this scheduled task…</source>
        <translation>このスケジュールされたタスクを修復...</translation>
    </message>
    <message>
        <source>Remediate this startup item…</source>
        <translation>このスタートアップ項目を修復...</translation>
    </message>
    <message>
        <source>Remediate this persistence entry…</source>
        <translation>この永続化エントリを修復...</translation>
    </message>
    <message>
        <source>Undo this…</source>
        <translation>これを元に戻す...</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::RunScriptDialog</name>
    <message>
        <source>Run a script</source>
        <translation>スクリプトの実行</translation>
    </message>
    <message>
        <source>The line for the console</source>
        <translation>コンソールに入力する行</translation>
    </message>
    <message>
        <source>Run “%1” on %2</source>
        <extracomment>%1: a script, %2: a device</extracomment>
        <translation>%2 で「%1」を実行</translation>
    </message>
    <message>
        <source>Signature: %1</source>
        <translation>署名：%1</translation>
    </message>
    <message>
        <source>words between blanks; quotes keep blanks together</source>
        <translation>空白で区切った語。空白を含む語は引用符で囲みます</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>More parameters</source>
        <translation>その他のパラメーター</translation>
    </message>
    <message>
        <source>The script is given</source>
        <translation>スクリプトに渡される引数</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Write into the console</source>
        <translation>コンソールに入力</translation>
    </message>
    <message>
        <source>Nothing runs until you send the line.</source>
        <translation>行を送信するまで何も実行されません。</translation>
    </message>
    <message>
        <source>The script is being fetched.</source>
        <translation>スクリプトを取得しています。</translation>
    </message>
    <message>
        <source>no arguments</source>
        <translation>引数なし</translation>
    </message>
    <message>
        <source>Script text</source>
        <translation>スクリプトの内容</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SecondFactorDialog</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Make a secret</source>
        <translation>シークレットを作成</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>第 2 要素</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>シークレット</translation>
    </message>
    <message>
        <source>Address</source>
        <extracomment>otpauth://…, for authenticator apps</extracomment>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <extracomment>%1 is the secret, or the address</extracomment>
        <translation>コピー：%1</translation>
    </message>
    <message>
        <source>Type the letters into an authenticator app, or give it the address. They are shown only now. Then type the code that the app shows: from then on it counts.</source>
        <translation>認証アプリに文字列を入力するか、アドレスを渡してください。表示は今だけです。次に、アプリに表示されたコードを入力すると有効になります。</translation>
    </message>
    <message>
        <source>A second factor is a code that an authenticator app shows, on your phone for example. Some roles give what goes beyond looking only after one. Make a secret, and the app makes codes from it.</source>
        <translation>第 2 要素とは、スマートフォンなどの認証アプリに表示されるコードのことです。ロールによっては、閲覧を超える操作は第 2 要素の確認後にだけ使えます。シークレットを作成すると、アプリがそこからコードを作ります。</translation>
    </message>
    <message>
        <source>You have shown your second factor, and it holds for this sign-in. For another device make another secret; the one before counts until you confirm that.</source>
        <translation>第 2 要素は確認済みで、このサインインの間有効です。別のデバイスを使う場合は新しいシークレットを作成してください。それを確認するまでは、以前のものが有効です。</translation>
    </message>
    <message>
        <source>Type the code that your authenticator app shows. It holds for this sign-in.</source>
        <translation>認証アプリに表示されているコードを入力してください。このサインインの間有効です。</translation>
    </message>
    <message>
        <source>There is no connection to the service.</source>
        <translation>サービスに接続されていません。</translation>
    </message>
    <message>
        <source>The service has not answered yet.</source>
        <translation>サービスの応答を待っています。</translation>
    </message>
    <message>
        <source>Make a secret first.</source>
        <translation>先にシークレットを作成してください。</translation>
    </message>
    <message>
        <source>Type the six digits that the app shows.</source>
        <translation>アプリに表示されている 6 桁の数字を入力してください。</translation>
    </message>
    <message>
        <source>Show a code of the one that you have first.</source>
        <translation>先に、設定済みの第 2 要素のコードを確認してください。</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>コード(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ServerExceptions</name>
    <message>
        <source>Servers excepted</source>
        <translation>例外のサーバー</translation>
    </message>
    <message>
        <source>On these live response is on also while it is off for servers. To except another one, choose it on the page of devices and “Except from the server setting” in its menu.</source>
        <translation>これらのサーバーでは、サーバーのライブ応答がオフでも使えます。例外を追加するには、デバイスのページでサーバーを選択し、メニューの「サーバーの設定の例外にする」を選びます。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SessionAnnouncer</name>
    <message>
        <source>Saved as %1</source>
        <translation>%1 に保存しました</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>Read aloud: %1 a command line, %2 its state (&quot;failed&quot;), %3 a sentence that says why</extracomment>
        <translation>%1、%2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n row(s)</source>
        <extracomment>Read aloud: %1 a command line, %2 its state (&quot;completed&quot;)</extracomment>
        <translation>
            <numerusform>%1、%2、%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Read aloud: %1 a command line, %2 its state (&quot;completed&quot;)</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud: %1 a command line, %2 a sentence that says why it was not run</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <extracomment>Read aloud: %1 a command line, %2 its state (&quot;completed&quot;), %3 a sentence that says what was found</extracomment>
        <translation>%1、%2。%3</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SessionDialogs</name>
    <message>
        <source>Not done</source>
        <translation>実行できませんでした</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>An earlier run of a command: its number and when it ran</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Export rows</source>
        <translation>行のエクスポート</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <source>Save output</source>
        <translation>出力を保存</translation>
    </message>
    <message>
        <source>Export the command log</source>
        <translation>コマンド ログをエクスポート</translation>
    </message>
    <message>
        <source>Act in a session</source>
        <translation>セッションでの操作</translation>
    </message>
    <message>
        <source>Act in the session of %1?</source>
        <translation>%1 のセッションで操作しますか？</translation>
    </message>
    <message>
        <source>Your lines run in it like those of %1, who sees them: they change its folder, and the device. The command log says that you typed them.</source>
        <translation>入力した行は %1 の行と同じように実行され、その画面にも表示されます。セッションのフォルダーやデバイスが変わることがあります。コマンド ログには、あなたが入力したことが残ります。</translation>
    </message>
    <message>
        <source>Act in it</source>
        <extracomment>Button: from now on one types in the session of somebody else</extracomment>
        <translation>操作する</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Exported</source>
        <extracomment>%1 a file</extracomment>
        <translation>エクスポートしました</translation>
    </message>
    <message>
        <source>“%1” was written.</source>
        <translation>「%1」に書き込みました。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SessionPage</name>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Run the line; a second time although something is wrong with it</source>
        <translation>行を実行（誤りがあっても、もう一度押すと実行）</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Complete a verb, parameter, path or number</source>
        <translation>コマンド名、パラメーター、パス、番号を補完</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Lines typed before that begin like this one</source>
        <translation>この行と同じ書き出しの、入力済みの行</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>↑、↓</translation>
    </message>
    <message>
        <source>Find a line typed before</source>
        <translation>入力済みの行を検索</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Ctrl+R</translation>
    </message>
    <message>
        <source>Cancel the foreground command (copies when text is selected)</source>
        <translation>フォアグラウンドのコマンドをキャンセル（文字を選択しているときはコピー）</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Move the foreground command to the background (undoes when the line is not empty)</source>
        <translation>フォアグラウンドのコマンドをバックグラウンドに移す（入力があるときは元に戻す）</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Empty the console; the log keeps everything</source>
        <translation>コンソールを消去（ログにはすべて残ります）</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>From block to block</source>
        <translation>ブロック間の移動</translation>
    </message>
    <message>
        <source>Ctrl+Up, Ctrl+Down</source>
        <translation>Ctrl+↑、Ctrl+↓</translation>
    </message>
    <message>
        <source>Make a block larger or smaller</source>
        <translation>ブロックを拡大または縮小</translation>
    </message>
    <message>
        <source>Hide or show a block&apos;s output</source>
        <translation>ブロックの出力を表示または非表示</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Into a block&apos;s output</source>
        <translation>ブロックの出力に移動</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Commands for what a cell holds</source>
        <translation>セルの内容に使えるコマンド</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>メニュー キー</translation>
    </message>
    <message>
        <source>Back to the input line</source>
        <translation>入力行に戻る</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Command log</source>
        <translation>コマンド ログ</translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>Tab: explanations of the commands</extracomment>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Side bar</source>
        <translation>サイド バー</translation>
    </message>
    <message>
        <source>Find in outputs</source>
        <translation>出力内を検索</translation>
    </message>
    <message>
        <source>Empty the console</source>
        <translation>コンソールを消去</translation>
    </message>
    <message>
        <source>Export the command log…</source>
        <translation>コマンド ログをエクスポート...</translation>
    </message>
    <message>
        <source>Command log and help</source>
        <translation>コマンド ログとヘルプ</translation>
    </message>
    <message>
        <source>Trace</source>
        <extracomment>Toggles timings and message numbers in the console</extracomment>
        <translation>トレース</translation>
    </message>
    <message>
        <source>Disconnect session</source>
        <translation>セッションの切断</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Ctrl+Shift+L</translation>
    </message>
    <message>
        <source>Open and close a group or branch of rows</source>
        <translation>行のグループや枝を開く、閉じる</translation>
    </message>
    <message>
        <source>Right, Left</source>
        <translation>→、←</translation>
    </message>
    <message>
        <source>Long texts of a row on several lines, or on one again</source>
        <translation>行の長いテキストを複数行で表示する、1 行に戻す</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Edit the line as in a terminal: to its start (twice: select all) or end</source>
        <translation>ターミナルと同じ編集：行の先頭（2 回で全選択）または末尾へ</translation>
    </message>
    <message>
        <source>Ctrl+A, Ctrl+E</source>
        <translation>Ctrl+A、Ctrl+E</translation>
    </message>
    <message>
        <source>A word back or forward</source>
        <translation>1 語戻る、1 語進む</translation>
    </message>
    <message>
        <source>Alt+B, Alt+F</source>
        <translation>Alt+B、Alt+F</translation>
    </message>
    <message>
        <source>Delete up to a blank, a word back, a word forward</source>
        <translation>空白までを削除、前の 1 語を削除、次の 1 語を削除</translation>
    </message>
    <message>
        <source>Ctrl+W, Alt+Backspace, Alt+D</source>
        <translation>Ctrl+W、Alt+Backspace、Alt+D</translation>
    </message>
    <message>
        <source>Delete to the start or end of the line</source>
        <translation>行の先頭まで、末尾までを削除</translation>
    </message>
    <message>
        <source>Ctrl+U, Ctrl+K</source>
        <translation>Ctrl+U、Ctrl+K</translation>
    </message>
    <message>
        <source>Put back what was deleted so; what was deleted before it</source>
        <translation>こうして削除したものを戻す、さらに前に削除したものに替える</translation>
    </message>
    <message>
        <source>Ctrl+Y, Alt+Y</source>
        <translation>Ctrl+Y、Alt+Y</translation>
    </message>
    <message>
        <source>The last word of the line typed before</source>
        <translation>前に入力した行の最後の語</translation>
    </message>
    <message>
        <source>Alt+.</source>
        <translation>Alt+.</translation>
    </message>
    <message>
        <source>Upper case, lower case, capital</source>
        <translation>大文字に、小文字に、先頭だけ大文字に</translation>
    </message>
    <message>
        <source>Alt+U, Alt+L, Alt+C</source>
        <translation>Alt+U、Alt+L、Alt+C</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>Filter the rows of a block; in the input line: of the newest</source>
        <translation>ブロックの行をフィルター（入力行では最新のブロック）</translation>
    </message>
    <message>
        <source>Start a new session</source>
        <translation>新しいセッションの開始</translation>
    </message>
    <message>
        <source>Isolate the device…</source>
        <extracomment>cuts the device off the network; asks first</extracomment>
        <translation>デバイスの分離...</translation>
    </message>
    <message>
        <source>Release the device…</source>
        <extracomment>lets an isolated device onto the network again; asks first</extracomment>
        <translation>デバイスの分離の解除...</translation>
    </message>
    <message>
        <source>This session has ended; it can only be read.</source>
        <translation>このセッションは終了しています。閲覧だけができます。</translation>
    </message>
    <message>
        <source>This session is somebody else’s; it can only be read.</source>
        <translation>このセッションはほかのユーザーのものです。閲覧だけができます。</translation>
    </message>
    <message>
        <source>The device is isolated already.</source>
        <translation>デバイスはすでに分離されています。</translation>
    </message>
    <message>
        <source>The device is not isolated.</source>
        <translation>デバイスは分離されていません。</translation>
    </message>
    <message>
        <source>Collect a package…</source>
        <extracomment>opens a dialog on what a forensic package is to hold</extracomment>
        <translation>パッケージの収集...</translation>
    </message>
    <message>
        <source>Export case file…</source>
        <extracomment>a file that proves to others what was done in the session</extracomment>
        <translation>ケース ファイルをエクスポート...</translation>
    </message>
    <message>
        <source>This session is somebody else’s; choose to act in it first.</source>
        <translation>このセッションは他のユーザーのものです。まず、このセッションで操作することを選んでください。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SessionTabs</name>
    <message>
        <source>Close the tab</source>
        <translation>タブを閉じる</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Session %1</source>
        <translation>セッション %1</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Remediations</source>
        <translation>修復</translation>
    </message>
    <message>
        <source>Activity</source>
        <extracomment>tab: what was done in the whole tenant</extracomment>
        <translation>アクティビティ</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>管理</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SettingEditor</name>
    <message>
        <source>nobody</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Only a later version of Sonde knows what this may be.</source>
        <translation>この設定に使える値は、より新しいバージョンの Sonde だけが知っています。</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>まだ何も変更されていません。</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新しい値</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>button: sends what was typed</extracomment>
        <translation>変更</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SettingText</name>
    <message>
        <source>It must be %1.</source>
        <extracomment>%1 a range of numbers or sizes</extracomment>
        <translation>%1 でなければなりません。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range of sizes</extracomment>
        <translation>%1 ～ %2</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SettingsDialog</name>
    <message>
        <source>Download folder</source>
        <translation>ダウンロード フォルダー</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>作業</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>&amp;Interface font</source>
        <translation>インターフェイスのフォント(&amp;I)</translation>
    </message>
    <message>
        <source>Interface font</source>
        <translation>インターフェイスのフォント</translation>
    </message>
    <message>
        <source>Interface font size</source>
        <translation>インターフェイスのフォント サイズ</translation>
    </message>
    <message>
        <source>&amp;Console font</source>
        <translation>コンソールのフォント(&amp;C)</translation>
    </message>
    <message>
        <source>Console font</source>
        <translation>コンソールのフォント</translation>
    </message>
    <message>
        <source>Console font size</source>
        <translation>コンソールのフォント サイズ</translation>
    </message>
    <message>
        <source>Auto</source>
        <extracomment>size of a font: as the system has it</extracomment>
        <translation>自動</translation>
    </message>
    <message>
        <source> pt</source>
        <extracomment>after the size of a font: points</extracomment>
        <translation> pt</translation>
    </message>
    <message>
        <source>&amp;Download folder</source>
        <translation>ダウンロード フォルダー(&amp;D)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照...</translation>
    </message>
    <message>
        <source>Browse for the download folder</source>
        <translation>ダウンロード フォルダーを参照</translation>
    </message>
    <message>
        <source>&amp;Notify on the desktop while another program is in front</source>
        <translation>ほかのプログラムの使用中はデスクトップに通知(&amp;N)</translation>
    </message>
    <message>
        <source>Notify on the desktop while another program is in front</source>
        <translation>ほかのプログラムの使用中はデスクトップに通知</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>&amp;Evidence is kept</source>
        <translation>証拠の保存形式(&amp;E)</translation>
    </message>
    <message>
        <source>in a zip with the password “infected”</source>
        <extracomment>what getfile brings is kept…</extracomment>
        <translation>パスワード「infected」付きの zip</translation>
    </message>
    <message>
        <source>as it is</source>
        <extracomment>what getfile brings is kept…</extracomment>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>Evidence is kept</source>
        <translation>証拠の保存形式</translation>
    </message>
    <message>
        <source>Downloads at &amp;once</source>
        <translation>同時ダウンロード数(&amp;O)</translation>
    </message>
    <message>
        <source>Downloads at once</source>
        <translation>同時ダウンロード数</translation>
    </message>
    <message>
        <source>Not &amp;faster than</source>
        <translation>速度の上限(&amp;F)</translation>
    </message>
    <message>
        <source>All downloads together not faster than</source>
        <translation>すべてのダウンロードを合わせた速度の上限</translation>
    </message>
    <message>
        <source>From each de&amp;vice</source>
        <translation>デバイスごとの上限(&amp;V)</translation>
    </message>
    <message>
        <source>From each device not faster than</source>
        <translation>デバイスごとの速度の上限</translation>
    </message>
    <message>
        <source>no limit</source>
        <extracomment>instead of a limit in kilobytes a second</extracomment>
        <translation>無制限</translation>
    </message>
    <message>
        <source> kB/s</source>
        <extracomment>after a number: kilobytes in a second</extracomment>
        <translation> kB/秒</translation>
    </message>
    <message>
        <source>Ti&amp;mes are shown</source>
        <translation>時刻の表示(&amp;M)</translation>
    </message>
    <message>
        <source>in UTC</source>
        <extracomment>times are shown…</extracomment>
        <translation>UTC</translation>
    </message>
    <message>
        <source>as here: %1</source>
        <extracomment>times are shown…: by the clock of this computer, in the zone %1</extracomment>
        <translation>このコンピューター：%1</translation>
    </message>
    <message>
        <source>by the clock of the device they are from</source>
        <extracomment>times are shown…</extracomment>
        <translation>各デバイスのタイム ゾーン</translation>
    </message>
    <message>
        <source>Times are shown</source>
        <translation>時刻の表示</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SettingsSection</name>
    <message>
        <source>Setting</source>
        <extracomment>column of the tenant&apos;s settings: its key</extracomment>
        <translation>設定</translation>
    </message>
    <message>
        <source>Value</source>
        <extracomment>column of the tenant&apos;s settings</extracomment>
        <translation>値</translation>
    </message>
    <message>
        <source>What it is for</source>
        <extracomment>column of the tenant&apos;s settings</extracomment>
        <translation>用途</translation>
    </message>
    <message>
        <source>Changed by</source>
        <extracomment>column of the tenant&apos;s settings: by whom</extracomment>
        <translation>変更者</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更日時</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Filter the settings by name, purpose, value, person</source>
        <translation>名前、用途、値、変更者で設定をフィルター</translation>
    </message>
    <message numerus="yes">
        <source>%Ln setting(s)</source>
        <translation>
            <numerusform>%Ln 件の設定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln setting(s)</source>
        <comment>settings shown of all</comment>
        <translation>
            <numerusform>%Ln 件の設定中 %1 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No settings</source>
        <translation>設定はありません</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>changed</comment>
        <extracomment>%1 a time, %2 a person</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>by nobody yet</source>
        <comment>changed</comment>
        <translation>まだ変更されていません</translation>
    </message>
    <message>
        <source>Nobody has changed it yet.</source>
        <translation>まだ誰も変更していません。</translation>
    </message>
    <message>
        <source>It is already what it was before.</source>
        <translation>すでに変更前と同じ値です。</translation>
    </message>
    <message>
        <source>It has its default.</source>
        <translation>既定値のままです。</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>of a setting: its value now</extracomment>
        <translation>現在の値</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>既定値</translation>
    </message>
    <message>
        <source>May be</source>
        <extracomment>of a setting: the values that it may have</extracomment>
        <translation>使える値</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>最後の変更</translation>
    </message>
    <message>
        <source>Before that</source>
        <extracomment>of a setting: its value before it was changed last</extracomment>
        <translation>変更前の値</translation>
    </message>
    <message>
        <source>&amp;Revert</source>
        <extracomment>makes a setting what it was before it was changed last</extracomment>
        <translation>変更前に戻す(&amp;R)</translation>
    </message>
    <message>
        <source>Restore the &amp;default</source>
        <translation>既定値に戻す(&amp;D)</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Search by what it does or by key</source>
        <translation>動作またはキーで検索</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>ショートカットの検索</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::SignInDialog</name>
    <message>
        <source>Signing in…</source>
        <translation>サインインしています...</translation>
    </message>
    <message>
        <source>Trust this tenant and sign in</source>
        <translation>このテナントを信頼してサインイン</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>ユーザー(&amp;U)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>You are being signed in.</source>
        <translation>サインインしています。</translation>
    </message>
    <message>
        <source>Type your user name and your password first.</source>
        <translation>先にユーザー名とパスワードを入力してください。</translation>
    </message>
    <message>
        <source>The fingerprints are not the same.</source>
        <translation>フィンガープリントが一致していません。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::StandingText</name>
    <message>
        <source>reconnecting</source>
        <extracomment>State of a session: this computer has lost the service and tries to reach it</extracomment>
        <translation>再接続中</translation>
    </message>
    <message>
        <source>device offline</source>
        <extracomment>State of a session</extracomment>
        <translation>デバイスはオフライン</translation>
    </message>
    <message>
        <source>device offline since %1</source>
        <extracomment>State of a session; %1 a time</extracomment>
        <translation>デバイスは %1 からオフライン</translation>
    </message>
    <message>
        <source>Its outputs and its command log can be read; nothing can be typed any more.</source>
        <translation>出力とコマンド ログは読めますが、入力はもうできません。</translation>
    </message>
    <message>
        <source>There is no connection to the service. Commands that run on the device go on; what you type now waits and is sent by itself when the connection is back.</source>
        <translation>サービスへの接続がありません。デバイスで実行中のコマンドは続きます。これから入力するものは待機し、接続が戻ると自動的に送信されます。</translation>
    </message>
    <message>
        <source>The device is offline. What ran on it may go on there; new commands wait until it is back.</source>
        <translation>デバイスはオフラインです。実行中だったものは、デバイス上で続いている可能性があります。新しいコマンドは、デバイスが戻るまで待機します。</translation>
    </message>
    <message>
        <source>This is the session of %1: you can read along.</source>
        <translation>これは %1 のセッションです。進行を読むことができます。</translation>
    </message>
    <message>
        <source>This session of %1 ended on %2: %3.</source>
        <translation>%1 のこのセッションは %2 に終了しました (%3)。</translation>
    </message>
    <message>
        <source>Watched by %1.</source>
        <extracomment>%1: users who look at what is done in this session</extracomment>
        <translation>%1 が閲覧しています。</translation>
    </message>
    <message>
        <source>Nothing is heard from the service: what is shown may be out of date. The connection is made anew when that goes on.</source>
        <translation>サービスから応答がありません。表示は最新でない可能性があります。応答がないままなら、接続し直します。</translation>
    </message>
    <message>
        <source>The service hears nothing from the device. What ran on it may go on there; what you type now may wait.</source>
        <translation>サービスにデバイスからの応答がありません。実行中だったものは、デバイス上で続いている可能性があります。これから入力するものは、待機することがあります。</translation>
    </message>
    <message>
        <source>This is the session of %1. You are watching: nothing can be typed until you choose to act in it.</source>
        <extracomment>%1 a user</extracomment>
        <translation>これは %1 のセッションです。閲覧中です。このセッションで操作することを選ぶまで、何も入力できません。</translation>
    </message>
    <message>
        <source>You are acting in the session of %1: your lines run in it, under your name.</source>
        <extracomment>%1 a user</extracomment>
        <translation>%1 のセッションで操作しています。入力した行は、あなたの名前でこのセッションで実行されます。</translation>
    </message>
    <message>
        <source>Act in the session of %1…</source>
        <extracomment>Button: asks, and then lets one type in the session of somebody else; %1 a user</extracomment>
        <translation>%1 のセッションで操作…</translation>
    </message>
    <message>
        <source>Only watch</source>
        <extracomment>Button: in the session of somebody else nothing can be typed any more</extracomment>
        <translation>閲覧のみに戻る</translation>
    </message>
    <message>
        <source>%1 is acting in this session.</source>
        <extracomment>%1: a user who acts in somebody else&apos;s session: what they type runs in it</extracomment>
        <translation>%1 がこのセッションで操作しています。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::StepModel</name>
    <message>
        <source>why</source>
        <extracomment>why a step was not done</extracomment>
        <translation>理由</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 the number of a step, %2 what it does</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Step</source>
        <extracomment>column: what a step of a plan does</extracomment>
        <translation>手順</translation>
    </message>
    <message>
        <source>To what</source>
        <extracomment>column: what a step of a plan is done to</extracomment>
        <translation>対象</translation>
    </message>
    <message>
        <source>Outcome</source>
        <extracomment>column: what came of a step</extracomment>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::TagsDialog</name>
    <message>
        <source>Tags of %1</source>
        <extracomment>%1 a device</extracomment>
        <translation>%1 のタグ</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln device(s)</source>
        <translation>
            <numerusform>%Ln 台のデバイスのタグ</numerusform>
        </translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>タグの変更</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln of them)</source>
        <comment>tag</comment>
        <extracomment>%1 a tag</extracomment>
        <translation>
            <numerusform>%1（%Ln 台）</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>タグ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;New tags</source>
        <translation>新しいタグ(&amp;N)</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>コンマ区切り</translation>
    </message>
    <message>
        <source>Tags can decide which group a device is in, and so who may do what on it.</source>
        <translation>タグによってデバイスの入るグループが変わり、誰が何をできるかも変わることがあります。</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>まだ何も変更されていません。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::TenantStatus</name>
    <message>
        <source>connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>reconnecting…</source>
        <translation>再接続中...</translation>
    </message>
    <message>
        <source>signing in…</source>
        <translation>サインイン中...</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>起動中...</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未接続</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>Your sessions %1 of %2</source>
        <extracomment>live sessions used, of those allowed</extracomment>
        <translation>自分のセッション %1 / %2</translation>
    </message>
    <message>
        <source>Tenant %1 of %2</source>
        <extracomment>live sessions used in the whole tenant, of those allowed</extracomment>
        <translation>テナント %1 / %2</translation>
    </message>
    <message>
        <source>Times: each device’s own</source>
        <extracomment>by which clock times are shown: a time zone&apos;s name</extracomment>
        <translation>時刻：デバイスごと</translation>
    </message>
    <message>
        <source>Times: %1</source>
        <translation>時刻：%1</translation>
    </message>
    <message>
        <source>Each time is shown by this clock. The settings can change it.</source>
        <translation>時刻はすべてこのタイム ゾーンで表示されます。設定で変更できます。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::TextView</name>
    <message>
        <source>Wrap long lines</source>
        <translation>長い行を折り返す</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::TokensSection</name>
    <message>
        <source>no tag</source>
        <extracomment>of an enrolment token: the device gets none</extracomment>
        <translation>タグなし</translation>
    </message>
    <message>
        <source>Tag</source>
        <extracomment>column of the enrolment tokens: what the device gets</extracomment>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Made by</source>
        <extracomment>column of the enrolment tokens: who made them</extracomment>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>Enrolment tokens</source>
        <translation>登録トークン</translation>
    </message>
    <message>
        <source>Filter the tokens by tag, name, hash</source>
        <translation>タグ、名前、ハッシュでトークンをフィルター</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln 件のトークン</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln token(s)</source>
        <comment>shown of all</comment>
        <translation>
            <numerusform>%Ln 件のトークン中 %1 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No token is good</source>
        <translation>有効なトークンはありません</translation>
    </message>
    <message>
        <source>A token that was made is listed here until a device has enrolled with it, it has expired or somebody withdraws it.</source>
        <translation>作成したトークンは、デバイスの登録に使われるか、期限が切れるか、失効させるまで、ここに表示されます。</translation>
    </message>
    <message>
        <source>Whoever has this token can enrol a device with it, once.</source>
        <translation>このトークンを持っていれば、誰でもデバイスを 1 台登録できます。</translation>
    </message>
    <message>
        <source>Withdraw a token</source>
        <translation>トークンの失効</translation>
    </message>
    <message>
        <source>Withdraw the token that is good until %1?</source>
        <extracomment>%1 a date and time</extracomment>
        <translation>%1 まで有効なトークンを失効させますか？</translation>
    </message>
    <message>
        <source>No device can enrol with it from then on. Devices that have enrolled stay.</source>
        <translation>それ以降、このトークンではデバイスを登録できません。登録済みのデバイスはそのままです。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>失効</translation>
    </message>
    <message>
        <source>SHA-256 of the token</source>
        <translation>トークンの SHA-256</translation>
    </message>
    <message>
        <source>&amp;Withdraw…</source>
        <translation>失効(&amp;W)...</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::TraceStrip</name>
    <message>
        <source>typed</source>
        <extracomment>A command&apos;s step in its timeline</extracomment>
        <translation>入力</translation>
    </message>
    <message>
        <source>accepted</source>
        <extracomment>A command&apos;s step in its timeline</extracomment>
        <translation>受理</translation>
    </message>
    <message>
        <source>sent</source>
        <extracomment>A command&apos;s step in its timeline</extracomment>
        <translation>送信</translation>
    </message>
    <message>
        <source>started</source>
        <extracomment>A command&apos;s step in its timeline</extracomment>
        <translation>開始</translation>
    </message>
    <message>
        <source>first byte</source>
        <extracomment>A command&apos;s step in its timeline</extracomment>
        <translation>最初のバイト</translation>
    </message>
    <message>
        <source>last byte</source>
        <extracomment>A command&apos;s step in its timeline</extracomment>
        <translation>最後のバイト</translation>
    </message>
    <message>
        <source>finished</source>
        <extracomment>A command&apos;s step in its timeline</extracomment>
        <translation>終了</translation>
    </message>
    <message>
        <source>rendered</source>
        <extracomment>A command&apos;s step in its timeline: shown on the screen</extracomment>
        <translation>表示</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 バイト</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more message(s)</source>
        <translation>
            <numerusform>… ほか %n 件のメッセージ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bytes sent, %2 bytes received</source>
        <translation>送信 %1 バイト、受信 %2 バイト</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::UploadDialog</name>
    <message>
        <source>Choose files</source>
        <translation>ファイルの選択</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>The uploads go on.</source>
        <translation>アップロードは続行されます。</translation>
    </message>
    <message>
        <source>Upload file to library</source>
        <translation>ファイルをライブラリにアップロード</translation>
    </message>
    <message>
        <source>Everybody in the tenant can use what is in the library. A file may have up to %1.</source>
        <extracomment>%1 a size</extracomment>
        <translation>ライブラリの内容は、テナントの全員が使用できます。1 ファイルの上限は %1 です。</translation>
    </message>
    <message>
        <source>Drop files here, or choose them with “Browse…”.</source>
        <translation>ここにファイルをドロップするか、[参照...] で選択してください。</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <extracomment>button: choose files</extracomment>
        <translation>参照(&amp;B)...</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照...</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>No file is ready to be uploaded.</source>
        <translation>アップロードできる状態のファイルがありません。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::UploadEntry</name>
    <message>
        <source>&amp;Upload file to library</source>
        <translation>ファイルをライブラリにアップロード(&amp;U)</translation>
    </message>
    <message>
        <source>Drop the files to upload them to the library</source>
        <translation>ドロップすると、ライブラリにアップロードします</translation>
    </message>
    <message>
        <source>Upload…</source>
        <extracomment>button where there is little room: uploads a file to the library</extracomment>
        <translation>アップロード…</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::UploadRow</name>
    <message>
        <source>The file is being read…</source>
        <translation>ファイルを読み取っています...</translation>
    </message>
    <message>
        <source>The library has the same content as “%1”.</source>
        <translation>ライブラリには同じ内容のファイル「%1」があります。</translation>
    </message>
    <message>
        <source>This becomes version %1 of the file; version %2 is by %3.</source>
        <translation>このファイルのバージョン %1 になります。バージョン %2 の更新者は %3 です。</translation>
    </message>
    <message>
        <source>Waiting for the uploads before this one</source>
        <translation>先のアップロードを待っています</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>In the library, verified</source>
        <translation>ライブラリに追加され、検証されました</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>再試行しています。</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>この一覧から除く</translation>
    </message>
    <message>
        <source>Remove %1 from this list</source>
        <translation>%1 をこの一覧から除く</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Description of %1</source>
        <translation>%1 の説明</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <extracomment>check box: a file of the same name becomes a new version</extracomment>
        <translation>上書き</translation>
    </message>
    <message>
        <source>Overwrite %1</source>
        <translation>%1 を上書き</translation>
    </message>
    <message>
        <source>Script parameters</source>
        <translation>スクリプト パラメーター</translation>
    </message>
    <message>
        <source>%1 takes parameters</source>
        <translation>%1 にはパラメーターがある</translation>
    </message>
    <message>
        <source>An example, and what each parameter means: -processName Registry</source>
        <translation>例と各パラメーターの意味：-processName Registry</translation>
    </message>
    <message>
        <source>Parameters of %1</source>
        <translation>%1 のパラメーター</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 の進行状況</translation>
    </message>
    <message>
        <source>It has no signature, and this tenant runs only signed PowerShell scripts: “run” will refuse it.</source>
        <translation>署名がありません。このテナントでは署名された PowerShell スクリプトだけが実行できるため、「run」は拒否されます。</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>of a file in the library</extracomment>
        <translation>名前</translation>
    </message>
    <message>
        <source>Name of %1 in the library</source>
        <translation>ライブラリでの「%1」の名前</translation>
    </message>
    <message>
        <source>What is in it is looked for by every “analyze” and “scan”, on every device.</source>
        <translation>内容は、すべてのデバイスでの「analyze」と「scan」で使われます。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::UserDialog</name>
    <message>
        <source>Add a user</source>
        <translation>ユーザーの追加</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>パスワード(&amp;P)</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>もう一度入力(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Roles</source>
        <translation>ロール(&amp;R)</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>先に名前を入力してください。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::UserRolesDialog</name>
    <message>
        <source>Roles of %1</source>
        <extracomment>%1 a user</extracomment>
        <translation>%1 のロール</translation>
    </message>
    <message>
        <source>Change roles</source>
        <translation>ロールの変更</translation>
    </message>
    <message>
        <source>&amp;Roles</source>
        <translation>ロール(&amp;R)</translation>
    </message>
    <message>
        <source>Somebody has changed these roles meanwhile. What you confirm replaces that.</source>
        <translation>これらのロールは、その間に変更されました。確認すると、その変更は上書きされます。</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>まだ何も変更されていません。</translation>
    </message>
    <message>
        <source>For a &amp;time</source>
        <extracomment>field: the roles that somebody may take for a time</extracomment>
        <translation>期間限定のロール(&amp;T)</translation>
    </message>
    <message>
        <source>This is your own account: with other roles you are signed out at once, and your sessions end.</source>
        <translation>これはあなた自身のアカウントです。ロールを変えると、ただちにサインアウトされ、セッションは終了します。</translation>
    </message>
    <message>
        <source>With other roles they are signed out at once, and their sessions end.</source>
        <translation>ロールを変えると、このユーザーはただちにサインアウトされ、セッションは終了します。</translation>
    </message>
    <message>
        <source>A role for a time is taken by oneself when it is needed, with a reason. Any change here ends one that is taken now.</source>
        <translation>期間限定のロールは、必要なときに本人が理由を添えて取得します。ここで何かを変えると、取得中の期間限定のロールは終了します。</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::UsersSection</name>
    <message>
        <source>disabled</source>
        <comment>user</comment>
        <extracomment>the state of a user: may sign in or not</extracomment>
        <translation>無効</translation>
    </message>
    <message>
        <source>enabled</source>
        <comment>user</comment>
        <translation>有効</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>column of the users</extracomment>
        <translation>名前</translation>
    </message>
    <message>
        <source>Roles</source>
        <extracomment>column of the users</extracomment>
        <translation>ロール</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>column of the users</extracomment>
        <translation>状態</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Filter the users by name, role, state</source>
        <translation>名前、ロール、状態でユーザーをフィルター</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln 人のユーザー</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln user(s)</source>
        <comment>users shown of all</comment>
        <translation>
            <numerusform>%Ln 人のユーザー中 %1 人</numerusform>
        </translation>
    </message>
    <message>
        <source>No users</source>
        <translation>ユーザーはいません</translation>
    </message>
    <message>
        <source>This is your own account.</source>
        <translation>これはあなた自身のアカウントです。</translation>
    </message>
    <message>
        <source>&amp;Enable</source>
        <translation>有効にする(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Disable…</source>
        <translation>無効にする(&amp;D)...</translation>
    </message>
    <message>
        <source>Whoever is disabled is signed in nowhere.</source>
        <translation>無効なユーザーは、どこにもサインインしていません。</translation>
    </message>
    <message>
        <source>Disable a user</source>
        <extracomment>%1 a user</extracomment>
        <translation>ユーザーの無効化</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>%1 を無効にしますか？</translation>
    </message>
    <message>
        <source>This is your own account: you are signed out at once and can sign in no longer. What you did stays in the journal.</source>
        <translation>これはあなた自身のアカウントです。ただちにサインアウトされ、以後サインインできなくなります。あなたの操作はジャーナルに残ります。</translation>
    </message>
    <message>
        <source>They are signed out at once, their sessions end, and they can sign in no longer. What they did stays in the journal.</source>
        <translation>このユーザーはただちにサインアウトされ、セッションは終了し、以後サインインできなくなります。これまでの操作はジャーナルに残ります。</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>無効にする</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <extracomment>%1 a user</extracomment>
        <translation>すべての場所からサインアウト</translation>
    </message>
    <message>
        <source>Sign %1 out everywhere?</source>
        <translation>%1 をすべての場所からサインアウトしますか？</translation>
    </message>
    <message>
        <source>Every workstation and program has to sign in again. Their sessions stay.</source>
        <translation>すべてのワークステーションとプログラムで、もう一度サインインが必要になります。セッションは残ります。</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
    <message>
        <source>May</source>
        <extracomment>of a user: the permissions that their roles give</extracomment>
        <translation>できること</translation>
    </message>
    <message>
        <source>&amp;Add a user…</source>
        <translation>ユーザーの追加(&amp;A)...</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>追加...</translation>
    </message>
    <message>
        <source>Change &amp;roles…</source>
        <translation>ロールの変更(&amp;R)...</translation>
    </message>
    <message>
        <source>Set &amp;password…</source>
        <translation>パスワードの設定(&amp;P)...</translation>
    </message>
    <message>
        <source>Sign out e&amp;verywhere…</source>
        <translation>すべてサインアウト(&amp;V)...</translation>
    </message>
    <message>
        <source>For a time</source>
        <extracomment>column of the users: the roles that somebody may take for a time</extracomment>
        <translation>期間限定</translation>
    </message>
    <message>
        <source>set up</source>
        <comment>second factor</comment>
        <translation>設定済み</translation>
    </message>
    <message>
        <source>none</source>
        <comment>second factor</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>They have none. Everybody sets up their own.</source>
        <translation>このユーザーには第 2 要素がありません。第 2 要素は本人が設定します。</translation>
    </message>
    <message>
        <source>Remove a second factor</source>
        <extracomment>%1 a user</extracomment>
        <translation>第 2 要素の削除</translation>
    </message>
    <message>
        <source>Remove the second factor of %1?</source>
        <translation>%1 の第 2 要素を削除しますか？</translation>
    </message>
    <message>
        <source>For somebody who has lost it. They are signed out everywhere, their sessions stay, and they set up another one. Make sure that it is really them who asks.</source>
        <translation>紛失した人のための操作です。すべての場所からサインアウトされますが、セッションは残ります。新しい第 2 要素は本人が設定します。依頼しているのが本人であることを確かめてください。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>May take for a time</source>
        <extracomment>of a user: the roles that they may take for a time</extracomment>
        <translation>期間限定で取得可能</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>第 2 要素</translation>
    </message>
    <message>
        <source>Remove second &amp;factor…</source>
        <translation>第 2 要素を削除(&amp;F)...</translation>
    </message>
    <message>
        <source>%1; just now %2</source>
        <extracomment>%1 roles that somebody always has, %2 roles that they have for a time just now</extracomment>
        <translation>%1；現在は %2 も</translation>
    </message>
    <message>
        <source>%1 from %2 until %3, by %4: %5</source>
        <extracomment>%1 a role that somebody has for a time, %2 and %3 date and time, %4 who granted it, %5 why</extracomment>
        <translation>%1（%2 から %3 まで、付与者 %4）：%5</translation>
    </message>
    <message>
        <source>They have no role for a time just now.</source>
        <translation>このユーザーには現在、期間限定のロールがありません。</translation>
    </message>
    <message>
        <source>End roles for a time</source>
        <translation>期間限定のロールを終了</translation>
    </message>
    <message>
        <source>End what %1 has for a time: %2?</source>
        <extracomment>%1 a user, %2 roles</extracomment>
        <translation>%1 の期間限定のロール（%2）を終了しますか？</translation>
    </message>
    <message>
        <source>What it gives is over at once, also in the sessions that are open. They stay signed in, and may take it again where they are eligible.</source>
        <translation>ロールで得られる権限は、開いているセッションも含めてただちに失われます。サインインしたままで、取得が認められていれば再び取得できます。</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>For a time, now</source>
        <extracomment>of a user: the roles that they took for a time, until when and why</extracomment>
        <translation>期間限定（現在）</translation>
    </message>
    <message>
        <source>End role for a &amp;time…</source>
        <translation>期間限定のロールを終了(&amp;T)...</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::VerdictModel</name>
    <message>
        <source>did not look at all of it</source>
        <extracomment>what is said of an engine</extracomment>
        <translation>一部を調べていません</translation>
    </message>
    <message>
        <source>Where</source>
        <extracomment>where something was found: a path follows</extracomment>
        <translation>場所</translation>
    </message>
    <message>
        <source>Rule</source>
        <extracomment>which rule found something: its file, author and licence follow</extracomment>
        <translation>ルール</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>read aloud: %1 an engine, %2 a verdict</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Engine</source>
        <extracomment>column: which engine says something of a file or process</extracomment>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>What it says</source>
        <extracomment>column: what an engine says of a file or process</extracomment>
        <translation>見解</translation>
    </message>
    <message>
        <source>Seen</source>
        <extracomment>column: the value that an engine saw, or why it did not look</extracomment>
        <translation>観測値</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::VerdictPane</name>
    <message numerus="yes">
        <source>%Ln more finding(s) below</source>
        <translation>
            <numerusform>ほかに %Ln 件の検出が下にあります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more thing(s) that were not scanned</source>
        <translation>
            <numerusform>ほかに %Ln 件がスキャンされていません</numerusform>
        </translation>
    </message>
    <message>
        <source>Who says what, of %1</source>
        <extracomment>read aloud; %1 is a command line that examined something</extracomment>
        <translation>%1 についての各エンジンの見解</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::VersionHistory</name>
    <message>
        <source>This is the first version.</source>
        <translation>これは最初のバージョンです。</translation>
    </message>
    <message>
        <source>Both versions have the same content; only what is said of it differs.</source>
        <translation>どちらのバージョンも内容は同じで、説明だけが異なります。</translation>
    </message>
    <message>
        <source>These versions are no text: their difference is not shown.</source>
        <translation>これらのバージョンはテキストではないため、差分は表示されません。</translation>
    </message>
    <message>
        <source>Version</source>
        <extracomment>columns of a file&apos;s history</extracomment>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>By</source>
        <translation>更新者</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差分</translation>
    </message>
</context>
<context>
    <name>Sonde::Client::Words</name>
    <message>
        <source>%1 Reason: %2</source>
        <translation>%1 理由：%2</translation>
    </message>
    <message>
        <source>Nothing was typed. Type a command, or “help” for the list.</source>
        <translation>何も入力されていません。コマンドを入力してください。一覧は「help」で表示できます。</translation>
    </message>
    <message>
        <source>There is no command “%1”. Type “help” for the list.</source>
        <translation>「%1」というコマンドはありません。一覧は「help」で表示できます。</translation>
    </message>
    <message>
        <source>There is no command “%1”. Did you mean: %2? Type “help” for the list.</source>
        <translation>「%1」というコマンドはありません。もしかして：%2。一覧は「help」で表示できます。</translation>
    </message>
    <message>
        <source>“%1” can mean several commands: %2. Type the one you mean; nothing was run.</source>
        <translation>「%1」は複数のコマンドを指します：%2。実行したいものを入力してください。何も実行していません。</translation>
    </message>
    <message>
        <source>The parameter &lt;%1&gt; is missing. Usage: %2</source>
        <translation>パラメーター &lt;%1&gt; がありません。使い方：%2</translation>
    </message>
    <message>
        <source>“%1” is one value too many; quote a value that contains blanks. Usage: %2</source>
        <translation>値「%1」が余分です。空白を含む値は引用符で囲んでください。使い方：%2</translation>
    </message>
    <message>
        <source>“%1” is not a value this parameter takes.</source>
        <translation>「%1」はこのパラメーターで使える値ではありません。</translation>
    </message>
    <message>
        <source>A quote is opened before “%1” and never closed. Add the closing quote.</source>
        <translation>「%1」の前の引用符が閉じられていません。閉じる引用符を追加してください。</translation>
    </message>
    <message>
        <source>“%1” is given more than once. Keep one of them.</source>
        <translation>「%1」が複数回指定されています。1 つだけにしてください。</translation>
    </message>
    <message>
        <source>A file name must follow “&gt;”, for example: processes &gt; processes.txt</source>
        <translation>「&gt;」の後にはファイル名が必要です。例：processes &gt; processes.txt</translation>
    </message>
    <message>
        <source>You are not signed in, or your sign-in has ended. Sign in again.</source>
        <translation>サインインしていないか、サインインの期限が切れています。もう一度サインインしてください。</translation>
    </message>
    <message>
        <source>The user name or the password is wrong. Check both and try again; an administrator can set a new password.</source>
        <translation>ユーザー名またはパスワードが正しくありません。両方を確認して、もう一度お試しください。管理者は新しいパスワードを設定できます。</translation>
    </message>
    <message>
        <source>Too many attempts. Wait a minute, then try again.</source>
        <translation>試行回数が多すぎます。1 分待ってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This token is not valid: it was used already or has expired. Ask an administrator for a new one.</source>
        <translation>このトークンは無効です。使用済みか、期限が切れています。管理者に新しいトークンを依頼してください。</translation>
    </message>
    <message>
        <source>Your role does not include “%1”: it needs %2. A global administrator can change your role.</source>
        <translation>あなたのロールでは「%1」を使えません。必要なロール：%2。ロールはグローバル管理者が変更できます。</translation>
    </message>
    <message>
        <source>“%1” is not offered on this device&apos;s platform.</source>
        <translation>「%1」は、このデバイスのプラットフォームでは使えません。</translation>
    </message>
    <message>
        <source>Live response is switched off for this tenant. A security administrator can switch it on in the settings.</source>
        <translation>このテナントではライブ応答がオフになっています。セキュリティ管理者が設定でオンにできます。</translation>
    </message>
    <message>
        <source>This device is a server, and live response for servers is switched off. A security administrator can switch it on in the settings.</source>
        <translation>このデバイスはサーバーですが、サーバーのライブ応答はオフになっています。セキュリティ管理者が設定でオンにできます。</translation>
    </message>
    <message>
        <source>The operating system of this device is not supported: %1.</source>
        <translation>このデバイスのオペレーティング システムはサポートされていません：%1。</translation>
    </message>
    <message>
        <source>The agent on this device is too old: it is %1, at least %2 is needed. Update the agent.</source>
        <translation>このデバイスのエージェントは古すぎます。現在は %1 ですが、%2 以降が必要です。エージェントを更新してください。</translation>
    </message>
    <message>
        <source>The device group “%1” has the automation level “none”. A security administrator can change it.</source>
        <translation>デバイス グループ「%1」の自動修復レベルは「なし」です。セキュリティ管理者が変更できます。</translation>
    </message>
    <message>
        <source>The device is offline. A session can wait for it.</source>
        <translation>デバイスはオフラインです。セッションはデバイスを待機できます。</translation>
    </message>
    <message>
        <source>The device is offline; it was last seen %1. A session can wait for it.</source>
        <translation>デバイスはオフラインです。最後に確認したのは %1 です。セッションはデバイスを待機できます。</translation>
    </message>
    <message>
        <source>%1 has held a session on this device since %2. Ask them to disconnect, or an administrator to close it.</source>
        <translation>%1 が %2 からこのデバイスのセッションを使用しています。本人に切断を、または管理者に終了を依頼してください。</translation>
    </message>
    <message>
        <source>The tenant has %1 live sessions, and %2 are allowed. Wait for one to end, or have a security administrator raise the limit.</source>
        <translation>テナントのセッションは %1 個で、上限は %2 個です。どれかが終了するのを待つか、セキュリティ管理者に上限の引き上げを依頼してください。</translation>
    </message>
    <message>
        <source>You have %1 live sessions, and %2 are allowed. Disconnect one, or have a security administrator raise the limit.</source>
        <translation>あなたのセッションは %1 個で、上限は %2 個です。どれかを切断するか、セキュリティ管理者に上限の引き上げを依頼してください。</translation>
    </message>
    <message>
        <source>There is no device “%1” in this tenant. Check the name in the device inventory.</source>
        <translation>このテナントに「%1」というデバイスはありません。デバイス インベントリで名前を確認してください。</translation>
    </message>
    <message>
        <source>There is no session %1 in this tenant, or it is not yours.</source>
        <translation>このテナントにセッション %1 はないか、あなたのセッションではありません。</translation>
    </message>
    <message>
        <source>This session has ended. Start a new live response session on the device.</source>
        <translation>このセッションは終了しました。デバイスで新しいライブ応答セッションを開始してください。</translation>
    </message>
    <message>
        <source>There is no command with the ID %1 in this session. Type “jobs” for the running ones.</source>
        <translation>このセッションにコマンド ID %1 はありません。実行中のコマンドは「jobs」で確認できます。</translation>
    </message>
    <message>
        <source>The command %1 is no longer running. Type “status %1” for its outcome.</source>
        <translation>コマンド %1 はもう実行されていません。結果は「status %1」で確認できます。</translation>
    </message>
    <message>
        <source>There is no user “%1”.</source>
        <translation>「%1」というユーザーはいません。</translation>
    </message>
    <message>
        <source>There is already a user “%1”. Choose another name.</source>
        <translation>「%1」というユーザーはすでにいます。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>This password is too weak. Choose a longer one.</source>
        <translation>このパスワードは弱すぎます。もっと長いものにしてください。</translation>
    </message>
    <message>
        <source>You are not allowed to do this. A global administrator can change your role.</source>
        <translation>この操作は許可されていません。ロールはグローバル管理者が変更できます。</translation>
    </message>
    <message>
        <source>“%1” does not exist on the device. Check the path.</source>
        <translation>「%1」はデバイス上にありません。パスを確認してください。</translation>
    </message>
    <message>
        <source>The agent may not read “%1”.</source>
        <translation>エージェントには「%1」を読み取る権限がありません。</translation>
    </message>
    <message>
        <source>“%1” is not a directory.</source>
        <translation>「%1」はディレクトリではありません。</translation>
    </message>
    <message>
        <source>“%1” is a directory; this command takes a file. Use “dir” to list it.</source>
        <translation>「%1」はディレクトリですが、このコマンドはファイルを対象にします。一覧は「dir」で表示できます。</translation>
    </message>
    <message>
        <source>“%1” is not a regular file, so it was not opened.</source>
        <translation>「%1」は通常のファイルではないため、開いていません。</translation>
    </message>
    <message>
        <source>“%1” has %2, and the limit is %3. A security administrator can raise it in the settings.</source>
        <translation>「%1」は %2 ですが、上限は %3 です。セキュリティ管理者が設定で引き上げられます。</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>「%1」を読み取れませんでした。</translation>
    </message>
    <message>
        <source>“%1” disappeared while it was read.</source>
        <translation>「%1」は読み取り中になくなりました。</translation>
    </message>
    <message>
        <source>There is no process %1 on the device. It may have ended; type “processes” for the current ones.</source>
        <translation>デバイスにプロセス %1 はありません。終了した可能性があります。現在のプロセスは「processes」で確認できます。</translation>
    </message>
    <message>
        <source>The limit of %1 was reached: the output is cut there. Narrow the command.</source>
        <translation>上限（%1）に達したため、出力を打ち切りました。コマンドの条件を絞ってください。</translation>
    </message>
    <message>
        <source>“%1” is not possible on this device.</source>
        <translation>「%1」はこのデバイスでは実行できません。</translation>
    </message>
    <message>
        <source>The command was cancelled.</source>
        <translation>コマンドはキャンセルされました。</translation>
    </message>
    <message>
        <source>The time limit of %1 was reached, so the command was stopped. Narrow the command and run it again.</source>
        <translation>制限時間の %1 に達したため、コマンドを停止しました。条件を絞って、もう一度実行してください。</translation>
    </message>
    <message>
        <source>The command was interrupted: the agent restarted while it ran. Run it again if you need its answer.</source>
        <translation>実行中にエージェントが再起動したため、コマンドは中断されました。結果が必要な場合は、もう一度実行してください。</translation>
    </message>
    <message>
        <source>No connection to “%1”. Check the address and that the service runs.</source>
        <translation>「%1」に接続できません。アドレスと、サービスが動作していることを確認してください。</translation>
    </message>
    <message>
        <source>The certificate of “%1” is not the tenant&apos;s: nothing was sent. Check the fingerprint with an administrator.</source>
        <translation>「%1」の証明書はテナントのものではないため、何も送信していません。管理者にフィンガープリントを確認してください。</translation>
    </message>
    <message>
        <source>The two programs speak different protocol versions. Update the older one.</source>
        <translation>2 つのプログラムのプロトコルのバージョンが異なります。古い方を更新してください。</translation>
    </message>
    <message>
        <source>The other side sent something that is not part of the protocol.</source>
        <translation>相手から、プロトコルにないものが送られてきました。</translation>
    </message>
    <message>
        <source>“%1” did not answer in time.</source>
        <translation>「%1」は時間内に応答しませんでした。</translation>
    </message>
    <message>
        <source>The file “%1” exists already and was left as it is. Choose another name or delete it first.</source>
        <translation>ファイル「%1」はすでにあるため、そのままにしました。別の名前にするか、先に削除してください。</translation>
    </message>
    <message>
        <source>“%1” could not be written.</source>
        <translation>「%1」に書き込めませんでした。</translation>
    </message>
    <message>
        <source>The service could not store its data. Check the disk of the service.</source>
        <translation>サービスはデータを保存できませんでした。サービスのディスクを確認してください。</translation>
    </message>
    <message>
        <source>The journal is broken at entry %1: it was changed from outside.</source>
        <translation>ジャーナルは記録 %1 で壊れています。外部から変更されました。</translation>
    </message>
    <message>
        <source>Sonde runs already with the data in “%1”. Use the running one, or start with another --data.</source>
        <translation>「%1」のデータを使う Sonde がすでに起動しています。そちらを使うか、別の --data を指定して起動してください。</translation>
    </message>
    <message>
        <source>“%1” could not be started.</source>
        <translation>「%1」を起動できませんでした。</translation>
    </message>
    <message>
        <source>Something went wrong inside Sonde (%1). Please report it.</source>
        <translation>Sonde の内部で問題が発生しました（%1）。ご報告ください。</translation>
    </message>
    <message>
        <source>Live response is on</source>
        <translation>ライブ応答はオンです</translation>
    </message>
    <message>
        <source>Live response for servers is on, or this is no server</source>
        <translation>サーバーではないか、サーバーのライブ応答がオンです</translation>
    </message>
    <message>
        <source>The operating system is supported</source>
        <translation>オペレーティング システムはサポートされています</translation>
    </message>
    <message>
        <source>The agent is recent enough</source>
        <translation>エージェントのバージョンは要件を満たしています</translation>
    </message>
    <message>
        <source>Your role includes live response</source>
        <translation>あなたのロールにライブ応答が含まれています</translation>
    </message>
    <message>
        <source>The device is online</source>
        <translation>デバイスはオンラインです</translation>
    </message>
    <message>
        <source>Nobody holds a session on it</source>
        <translation>このデバイスを使用中のセッションはありません</translation>
    </message>
    <message>
        <source>The tenant has sessions left</source>
        <translation>テナントのセッション数に空きがあります</translation>
    </message>
    <message>
        <source>You have sessions left</source>
        <translation>あなたのセッション数に空きがあります</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>満たしています</translation>
    </message>
    <message>
        <source>Changes the working directory of the session.</source>
        <translation>セッションの作業ディレクトリを変更します。</translation>
    </message>
    <message>
        <source>Clears the console. The command log keeps everything.</source>
        <translation>コンソールを消去します。コマンド ログにはすべて残ります。</translation>
    </message>
    <message>
        <source>Starts the session on the device, or connects it again.</source>
        <translation>デバイスのセッションを開始、または再接続します。</translation>
    </message>
    <message>
        <source>Shows the active network connections and the process behind each.</source>
        <translation>アクティブなネットワーク接続と、それぞれのプロセスを表示します。</translation>
    </message>
    <message>
        <source>Lists the files and folders of a directory.</source>
        <translation>ディレクトリのファイルとフォルダーを一覧表示します。</translation>
    </message>
    <message>
        <source>Disconnects the session, after asking.</source>
        <translation>確認のうえ、セッションを切断します。</translation>
    </message>
    <message>
        <source>Brings a job to the foreground.</source>
        <translation>ジョブをフォアグラウンドに戻します。</translation>
    </message>
    <message>
        <source>Shows the facts about a file: type, size, times, owner and hashes.</source>
        <translation>ファイルの種類、サイズ、日時、所有者、ハッシュを表示します。</translation>
    </message>
    <message>
        <source>Finds files by name on the device; * and ? are accepted.</source>
        <translation>デバイス上のファイルを名前で検索します。* と ? を使えます。</translation>
    </message>
    <message>
        <source>Shows the list of commands, or the page of one command.</source>
        <translation>コマンドの一覧、または 1 つのコマンドの説明を表示します。</translation>
    </message>
    <message>
        <source>Shows the running jobs with their command IDs and progress.</source>
        <translation>実行中のジョブを、コマンド ID と進行状況とともに表示します。</translation>
    </message>
    <message>
        <source>Shows the processes that run on the device.</source>
        <translation>デバイスで実行中のプロセスを表示します。</translation>
    </message>
    <message>
        <source>Shows the state and the output of one command.</source>
        <translation>1 つのコマンドの状態と出力を表示します。</translation>
    </message>
    <message>
        <source>Switches debug logging of the console on or off: times, message IDs and sizes appear with each command.</source>
        <translation>コンソールのデバッグ ログをオンまたはオフにします。コマンドごとに時間、メッセージ ID、サイズが表示されます。</translation>
    </message>
    <message>
        <source>the directory to go to; .. is the one above</source>
        <translation>移動先のディレクトリ。.. は 1 つ上です</translation>
    </message>
    <message>
        <source>the directory to list; without it, the working directory</source>
        <translation>一覧表示するディレクトリ。省略すると作業ディレクトリです</translation>
    </message>
    <message>
        <source>shows whole paths</source>
        <translation>完全なパスを表示します</translation>
    </message>
    <message>
        <source>shows names relative to the directory (the default)</source>
        <translation>ディレクトリからの相対名を表示します（既定）</translation>
    </message>
    <message>
        <source>a command ID as “jobs” shows it, never a process ID</source>
        <translation>「jobs」で表示されるコマンド ID。プロセス ID ではありません</translation>
    </message>
    <message>
        <source>the command ID</source>
        <translation>コマンド ID</translation>
    </message>
    <message>
        <source>the file to look at</source>
        <translation>調べるファイル</translation>
    </message>
    <message>
        <source>the name to find; * stands for any characters, ? for one</source>
        <translation>検索する名前。* は任意の文字列、? は任意の 1 文字です</translation>
    </message>
    <message>
        <source>where to start; without it, all local disks</source>
        <translation>検索を始める場所。省略するとすべてのローカル ディスクです</translation>
    </message>
    <message>
        <source>stops after this many finds</source>
        <translation>この件数が見つかると停止します</translation>
    </message>
    <message>
        <source>the command to explain</source>
        <translation>説明を表示するコマンド</translation>
    </message>
    <message>
        <source>only the process with this ID</source>
        <translation>この ID のプロセスだけ</translation>
    </message>
    <message>
        <source>only processes with this name; * and ? are accepted</source>
        <translation>この名前のプロセスだけ。* と ? を使えます</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Aliases: %1</source>
        <translation>別名：%1</translation>
    </message>
    <message>
        <source>Platforms: %1</source>
        <translation>プラットフォーム：%1</translation>
    </message>
    <message>
        <source>Time limit: %1</source>
        <translation>制限時間：%1</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>例</translation>
    </message>
    <message>
        <source>cancel not confirmed, may still be running</source>
        <translation>キャンセル未確認、まだ実行中の可能性あり</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>キャンセル中</translation>
    </message>
    <message>
        <source>too late to cancel: finished</source>
        <translation>キャンセルが間に合わず終了</translation>
    </message>
    <message>
        <source>pending</source>
        <extracomment>State of a command that waits for the device</extracomment>
        <translation>待機中</translation>
    </message>
    <message>
        <source>in background</source>
        <extracomment>State of a command</extracomment>
        <translation>バックグラウンド</translation>
    </message>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>ダウンロード中</translation>
    </message>
    <message>
        <source>completed</source>
        <extracomment>outcome of something that was done</extracomment>
        <translation>完了</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>outcome of something that was done
----------
of a step of a plan</extracomment>
        <translation>失敗</translation>
    </message>
    <message>
        <source>cancelled, stopped on the device</source>
        <translation>キャンセル済み、デバイスで停止</translation>
    </message>
    <message>
        <source>cancelled, not confirmed by the device</source>
        <translation>キャンセル済み、デバイス未確認</translation>
    </message>
    <message>
        <source>cancelled</source>
        <extracomment>outcome of something that was done</extracomment>
        <translation>キャンセル済み</translation>
    </message>
    <message>
        <source>expired</source>
        <extracomment>outcome of a command: its time limit was reached</extracomment>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>interrupted</source>
        <extracomment>outcome of a command: the agent restarted while it ran</extracomment>
        <translation>中断</translation>
    </message>
    <message>
        <source>created</source>
        <extracomment>State of a session</extracomment>
        <translation>作成済み</translation>
    </message>
    <message>
        <source>connecting</source>
        <extracomment>State of a session</extracomment>
        <translation>接続中</translation>
    </message>
    <message>
        <source>connected</source>
        <extracomment>State of a session</extracomment>
        <translation>接続済み</translation>
    </message>
    <message>
        <source>disconnected</source>
        <extracomment>State of a session</extracomment>
        <translation>切断済み</translation>
    </message>
    <message>
        <source>disconnected by the user</source>
        <translation>ユーザーが切断</translation>
    </message>
    <message>
        <source>closed because of inactivity</source>
        <translation>非アクティブのため終了</translation>
    </message>
    <message>
        <source>closed by the service</source>
        <translation>サービスが終了</translation>
    </message>
    <message>
        <source>the device was lost</source>
        <translation>デバイスとの接続を喪失</translation>
    </message>
    <message>
        <source>taken over by another user</source>
        <translation>別のユーザーが引き継ぎ</translation>
    </message>
    <message>
        <source>the device could not be connected</source>
        <translation>デバイスに接続できず終了</translation>
    </message>
    <message>
        <source>global administrator</source>
        <translation>グローバル管理者</translation>
    </message>
    <message>
        <source>security administrator</source>
        <translation>セキュリティ管理者</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
    <message>
        <source>The line has %1 characters, and a line may have %2. Shorten it.</source>
        <translation>行は %1 文字ですが、上限は %2 文字です。短くしてください。</translation>
    </message>
    <message>
        <source>A file needs a name.</source>
        <translation>ファイルには名前が必要です。</translation>
    </message>
    <message>
        <source>“%1” is too long for a file name: at most 255 bytes.</source>
        <translation>「%1」はファイル名として長すぎます。255 バイトまでです。</translation>
    </message>
    <message>
        <source>“%1” cannot be a file name on every platform: it contains one of /\:*?&quot;&lt;&gt;|</source>
        <translation>「%1」はすべてのプラットフォームで使えるファイル名ではありません。/\:*?&quot;&lt;&gt;| のいずれかを含んでいます。</translation>
    </message>
    <message>
        <source>“%1” cannot be a file name: it contains characters that cannot be shown.</source>
        <translation>「%1」はファイル名にできません。表示できない文字を含んでいます。</translation>
    </message>
    <message>
        <source>“%1” cannot be a file name: Windows reserves it for hardware.</source>
        <translation>「%1」はファイル名にできません。Windows が機器の名前として予約しています。</translation>
    </message>
    <message>
        <source>“%1” cannot be a file name on every platform: it begins with a blank, or ends with a blank or a dot.</source>
        <translation>「%1」はすべてのプラットフォームで使えるファイル名ではありません。先頭が空白か、末尾が空白またはドットです。</translation>
    </message>
    <message>
        <source>“%1” may not run: Python scripts are switched off for this tenant. A security administrator can allow them in the settings.</source>
        <translation>「%1」は実行できません。このテナントでは Python スクリプトが無効になっています。セキュリティ管理者が設定で許可できます。</translation>
    </message>
    <message>
        <source>This needs the role “%1”. A global administrator can give it to you.</source>
        <translation>ロール「%1」が必要です。グローバル管理者に割り当てを依頼してください。</translation>
    </message>
    <message>
        <source>“%1” does not exist on this computer. Check the path.</source>
        <translation>「%1」はこのコンピューターにありません。パスを確認してください。</translation>
    </message>
    <message>
        <source>“%1” is empty: there is nothing to upload. Perhaps it was not saved yet.</source>
        <translation>「%1」は空のため、アップロードするものがありません。まだ保存されていない可能性があります。</translation>
    </message>
    <message>
        <source>“%1” is empty: there is nothing to download. “fileinfo” shows its facts.</source>
        <translation>「%1」は空のファイルで、ダウンロードするものがありません。「fileinfo」で情報を確認できます。</translation>
    </message>
    <message>
        <source>“%1” is a sparse file: it claims %2 and holds less. Have a script copy it into an archive, then download that.</source>
        <translation>「%1」はスパース ファイルです。サイズは %2 とされていますが、実際の中身はそれより少なくなっています。スクリプトでアーカイブにコピーしてから、そのアーカイブをダウンロードしてください。</translation>
    </message>
    <message>
        <source>“%1” changed while it was read.</source>
        <translation>「%1」は読み取り中に変更されました。</translation>
    </message>
    <message>
        <source>“%1” was not run: it has Windows line ends (CR LF), first in line %2, and a shell takes each CR for a part of the line. Save it with line ends of Unix (LF) and upload it again.</source>
        <translation>「%1」は実行されませんでした。%2 行目から Windows の改行 (CR LF) が使われており、シェルは CR を行の一部として扱います。Unix の改行 (LF) で保存し、もう一度アップロードしてください。</translation>
    </message>
    <message>
        <source>“%1” was stopped, but these processes could not be ended: %2. They may belong to another user, or wait for hardware.</source>
        <translation>「%1」は停止しましたが、次のプロセスを終了できませんでした：%2。別のユーザーのプロセスか、機器の応答を待っている可能性があります。</translation>
    </message>
    <message>
        <source>“%1” has ended and left running what it had started: %2.</source>
        <translation>「%1」は終了しましたが、起動したプロセスがまだ実行中です：%2。</translation>
    </message>
    <message>
        <source>“%1” ended with the exit status %2.</source>
        <translation>「%1」は終了ステータス %2 で終了しました。</translation>
    </message>
    <message>
        <source>What arrived of “%1” is not what was sent: the SHA-256 hashes differ. It was thrown away; download it again.</source>
        <translation>受信した「%1」の内容が送信されたものと一致しません (SHA-256 ハッシュが異なります)。受信したデータは破棄しました。もう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>There is not enough space for “%1”: it needs %2, and %3 are free. Make room, then try again.</source>
        <translation>「%1」を保存する空き容量が足りません。%2 必要ですが、空きは %3 です。容量を空けてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>There is no space left for “%1”. Make room, then try again.</source>
        <translation>「%1」を保存する空き容量がありません。容量を空けてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The service has no evidence of the command %1.</source>
        <translation>コマンド %1 の証拠ファイルはサービスにありません。</translation>
    </message>
    <message>
        <source>The library has no file “%1”. Type “library” for the list.</source>
        <translation>ライブラリにファイル「%1」はありません。一覧を表示するには「library」と入力してください。</translation>
    </message>
    <message>
        <source>The library has no file “%1”. Did you mean: %2?</source>
        <translation>ライブラリにファイル「%1」はありません。もしかして：%2</translation>
    </message>
    <message>
        <source>The library has a file “%1” already. Choose “Overwrite” to make this its new version, or another name.</source>
        <translation>ライブラリには既に「%1」というファイルがあります。「上書き」を選んで新しいバージョンにするか、別の名前にしてください。</translation>
    </message>
    <message>
        <source>“%1” may not run: PowerShell scripts must have a valid signature here (%2). Sign it, or have a security administrator allow unsigned scripts in the settings.</source>
        <translation>「%1」は実行できません。PowerShell スクリプトには有効な署名が必要です (%2)。署名するか、セキュリティ管理者に依頼して、署名されていないスクリプトを設定で許可してください。</translation>
    </message>
    <message numerus="yes">
        <source>“%1” was stopped: %n process(es) ended, none is left.</source>
        <translation>
            <numerusform>「%1」を停止しました。%n 個のプロセスを終了し、残っているプロセスはありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file “%1” exists already on the device and was left as it is. Type %2 to replace it.</source>
        <translation>ファイル「%1」は既にデバイスにあるため、変更しませんでした。置き換えるには %2 を指定してください。</translation>
    </message>
    <message>
        <source>Downloads a file from the device; a directory or a pattern comes as one archive.</source>
        <translation>デバイスからファイルをダウンロードします。ディレクトリやパターンは 1 つのアーカイブになります。</translation>
    </message>
    <message>
        <source>Puts a library file into the working folder on the device; it is removed at the next restart.</source>
        <translation>ライブラリのファイルをデバイスの作業フォルダーに置きます。次回の再起動時に削除されます。</translation>
    </message>
    <message>
        <source>Runs a script of the library on the device.</source>
        <translation>ライブラリのスクリプトをデバイスで実行します。</translation>
    </message>
    <message>
        <source>the file, directory or pattern to download</source>
        <translation>ダウンロードするファイル、ディレクトリ、またはパターン</translation>
    </message>
    <message>
        <source>looks at the file first and makes sure that exactly this content is downloaded</source>
        <translation>先にファイルを調べ、そのときと同じ内容がダウンロードされることを確認します</translation>
    </message>
    <message>
        <source>replaces a file of this name in the working folder</source>
        <translation>作業フォルダーにある同じ名前のファイルを置き換えます</translation>
    </message>
    <message>
        <source>leaves the file there when the device restarts</source>
        <translation>デバイスを再起動してもファイルを残します</translation>
    </message>
    <message>
        <source>“list” (the default) or “delete”</source>
        <translation>「list」(既定) または「delete」</translation>
    </message>
    <message>
        <source>the library file to delete</source>
        <translation>削除するライブラリのファイル</translation>
    </message>
    <message>
        <source>the library file to put on the device</source>
        <translation>デバイスに置くライブラリのファイル</translation>
    </message>
    <message>
        <source>the library script to run</source>
        <translation>実行するライブラリのスクリプト</translation>
    </message>
    <message>
        <source>what the script gets as arguments; quote what contains blanks</source>
        <translation>スクリプトに渡す引数。空白を含むものは引用符で囲みます</translation>
    </message>
    <message>
        <source>%1, exit status %2</source>
        <extracomment>%1: the state of a script (&quot;completed&quot;, &quot;failed&quot;), %2: a number</extracomment>
        <translation>%1、終了ステータス %2</translation>
    </message>
    <message>
        <source>not signed</source>
        <extracomment>Of a script</extracomment>
        <translation>署名なし</translation>
    </message>
    <message>
        <source>valid: %1</source>
        <translation>有効：%1</translation>
    </message>
    <message>
        <source>invalid: changed after signing</source>
        <translation>無効：署名後に変更されています</translation>
    </message>
    <message>
        <source>invalid: something follows the signature</source>
        <translation>無効：署名の後に内容が続いています</translation>
    </message>
    <message>
        <source>invalid: the certificate has expired</source>
        <translation>無効：証明書の有効期限が切れています</translation>
    </message>
    <message>
        <source>invalid: the certificate may not sign code</source>
        <translation>無効：コード署名用の証明書ではありません</translation>
    </message>
    <message>
        <source>invalid: unknown publisher %1</source>
        <translation>無効：不明な発行元 %1</translation>
    </message>
    <message>
        <source>invalid: not a signature block</source>
        <translation>無効：署名ブロックの形式が正しくありません</translation>
    </message>
    <message>
        <source>“%1” cannot be run: nothing says what it is written in. Give it a #! line, or the extension .sh, .bash, .py or .ps1.</source>
        <translation>「%1」は実行できません。どの言語のスクリプトか判別できません。#! 行を追加するか、拡張子を .sh、.bash、.py、.ps1 のいずれかにしてください。</translation>
    </message>
    <message>
        <source>“%1” needs %2, which the device does not have. Install it there, or use a script in another language.</source>
        <translation>「%1」の実行には %2 が必要ですが、デバイスにありません。デバイスにインストールするか、別の言語のスクリプトを使用してください。</translation>
    </message>
    <message>
        <source>“%1” asks for the interpreter %2, and scripts are run with sh, bash, Python or PowerShell.</source>
        <translation>「%1」はインタープリター %2 を指定していますが、実行できるのは sh、bash、Python、PowerShell のスクリプトだけです。</translation>
    </message>
    <message>
        <source>Shows the installed drivers: kernel modules on Linux, extensions on macOS.</source>
        <translation>インストールされているドライバーを表示します。Linux ではカーネル モジュール、macOS では機能拡張です。</translation>
    </message>
    <message>
        <source>Shows everything that starts by itself: services, scheduled tasks, startup folders, shell profiles and every other known method.</source>
        <translation>自動的に起動するものをすべて表示します。サービス、スケジュールされたタスク、スタートアップ フォルダー、シェルのプロファイルなど、既知の永続化の方法すべてです。</translation>
    </message>
    <message>
        <source>Shows the values of a registry key, or one value.</source>
        <translation>レジストリ キーの値を表示します。値を 1 つだけ表示することもできます。</translation>
    </message>
    <message>
        <source>Shows all scheduled tasks: systemd timers, cron and at on Linux, launchd calendars on macOS.</source>
        <translation>スケジュールされたタスクをすべて表示します。Linux では systemd タイマー、cron、at、macOS では launchd のカレンダーです。</translation>
    </message>
    <message>
        <source>Shows all services, their state and how they start.</source>
        <translation>すべてのサービスと、その状態、起動方法を表示します。</translation>
    </message>
    <message>
        <source>Shows the files in the startup folders.</source>
        <translation>スタートアップ フォルダーにあるファイルを表示します。</translation>
    </message>
    <message>
        <source>only the connections of the process with this ID</source>
        <translation>この ID のプロセスの接続だけ</translation>
    </message>
    <message>
        <source>also looks into network drives and pseudo file systems</source>
        <translation>ネットワーク ドライブと疑似ファイル システムも検索します</translation>
    </message>
    <message>
        <source>the key; a double backslash before the last name means one value</source>
        <translation>キー。最後の名前の前に円記号（バックスラッシュ）を 2 つ置くと、値を 1 つだけ指します</translation>
    </message>
    <message>
        <source>only tasks with this name; * and ? are accepted</source>
        <translation>この名前のタスクだけ。* と ? を使えます</translation>
    </message>
    <message>
        <source>only services with this name; * and ? are accepted</source>
        <translation>この名前のサービスだけ。* と ? を使えます</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>上限：%1</translation>
    </message>
    <message>
        <source>“%1” is not available on this device; the output goes without it.</source>
        <translation>「%1」はこのデバイスでは利用できません。これを除いた出力になります。</translation>
    </message>
    <message>
        <source>“%1” does not fit here. Usage: %2</source>
        <translation>ここでは「%1」を使えません。使い方：%2</translation>
    </message>
    <message>
        <source>There is no “%1”. Did you mean: %2?</source>
        <translation>「%1」はありません。もしかして：%2</translation>
    </message>
    <message>
        <source>whether it is a directory; a link to one is not</source>
        <translation>ディレクトリかどうか。ディレクトリへのリンクは含みません</translation>
    </message>
    <message>
        <source>the account that owns the file; its number when the device knows no name for it</source>
        <translation>ファイルを所有するアカウント。デバイスに名前がなければその番号</translation>
    </message>
    <message>
        <source>when the file was made; empty where the file system does not keep that</source>
        <translation>ファイルが作られた日時。ファイル システムが記録していなければ空</translation>
    </message>
    <message>
        <source>when the content was last written; a program can set it to any time</source>
        <translation>内容が最後に書き込まれた日時。プログラムは任意の日時に変えられます</translation>
    </message>
    <message>
        <source>when the content was last read, as far as the file system keeps count; looking at it here does not change it</source>
        <translation>内容が最後に読まれた日時（ファイル システムが記録する範囲）。ここで調べても変わりません</translation>
    </message>
    <message>
        <source>type and permissions as “ls -l” writes them</source>
        <translation>種類とアクセス許可（「ls -l」の書き方）</translation>
    </message>
    <message>
        <source>SHA-256 of the content</source>
        <translation>内容の SHA-256</translation>
    </message>
    <message>
        <source>the number of the command, as “status” and “fg” take it</source>
        <translation>コマンドの番号（「status」と「fg」に渡すもの）</translation>
    </message>
    <message>
        <source>when the service accepted the command</source>
        <translation>サービスがコマンドを受け付けた日時</translation>
    </message>
    <message>
        <source>whether it runs in the background</source>
        <translation>バックグラウンドで実行しているかどうか</translation>
    </message>
    <message>
        <source>how far the command is: pending, running, downloading, completed…</source>
        <translation>コマンドの進み具合：待機中、実行中、ダウンロード中、完了など</translation>
    </message>
    <message>
        <source>the name the device has for itself</source>
        <translation>デバイス自身が持つ名前</translation>
    </message>
    <message>
        <source>the operating system with its version</source>
        <translation>オペレーティング システムとそのバージョン</translation>
    </message>
    <message>
        <source>the kind of processor</source>
        <translation>プロセッサの種類</translation>
    </message>
    <message>
        <source>the account the agent runs as</source>
        <translation>エージェントを実行しているアカウント</translation>
    </message>
    <message>
        <source>whether that account may see everything; without it, commands miss what belongs to others</source>
        <translation>そのアカウントがすべてを見られるかどうか。見られなければ、他者のものはコマンドの結果から漏れます</translation>
    </message>
    <message>
        <source>the version of the agent</source>
        <translation>エージェントのバージョン</translation>
    </message>
    <message>
        <source>where the session begins; “cd” changes it</source>
        <translation>セッションが始まる場所。「cd」で変わります</translation>
    </message>
    <message>
        <source>the encoding in which scripts write their text</source>
        <translation>スクリプトがテキストを書き出す文字コード</translation>
    </message>
    <message>
        <source>the device’s own clock; compare it with yours before you order events</source>
        <translation>デバイス自身の時計。出来事を時系列に並べる前に、手元の時計と比べてください</translation>
    </message>
    <message>
        <source>when the device was started</source>
        <translation>デバイスが起動した日時</translation>
    </message>
    <message>
        <source>the name in the directory; with -full_path the whole path</source>
        <translation>ディレクトリ内の名前。-full_path を付けると完全なパス</translation>
    </message>
    <message>
        <source>what the entry is: file, directory, link, pipe, socket or device node</source>
        <translation>項目の種類：ファイル、ディレクトリ、リンク、パイプ、ソケット、またはデバイス ノード</translation>
    </message>
    <message>
        <source>the length of the content; what it takes on the disk can differ</source>
        <translation>内容の長さ。ディスク上で占める大きさとは異なることがあります</translation>
    </message>
    <message>
        <source>whether listings leave it out as a rule; on Linux and macOS by the dot its name begins with</source>
        <translation>通常の一覧に表示されないかどうか。Linux と macOS では名前の先頭の点で決まります</translation>
    </message>
    <message>
        <source>whether nobody may write it: no write permission at all, or made immutable</source>
        <translation>誰も書き込めないかどうか：書き込みのアクセス許可がまったくないか、変更不可にされている</translation>
    </message>
    <message>
        <source>whether the file system keeps it compressed</source>
        <translation>ファイル システムが圧縮して保存しているかどうか</translation>
    </message>
    <message>
        <source>where a link leads, as it is written in it</source>
        <translation>リンク先（リンクに書かれているとおり）</translation>
    </message>
    <message>
        <source>the name of the process, from its program file; a process can choose another</source>
        <translation>プロセスの名前。プログラム ファイルの名前ですが、プロセスは別の名前を名乗れます</translation>
    </message>
    <message>
        <source>the process ID; after the process has ended the device gives it to another</source>
        <translation>プロセス ID。プロセスの終了後、デバイスは別のプロセスに割り当てます</translation>
    </message>
    <message>
        <source>the process that started it, or that took it over when that one ended</source>
        <translation>それを開始したプロセス、またはその終了後に引き継いだプロセス</translation>
    </message>
    <message>
        <source>the account whose rights it has now (the effective user)</source>
        <translation>現在その権限で動いているアカウント（実効ユーザー）</translation>
    </message>
    <message>
        <source>what it does: running, sleeping, stopped, zombie…</source>
        <translation>何をしているか：実行中、休止中、停止中、ゾンビなど</translation>
    </message>
    <message>
        <source>when it was started; with the process ID it names one process for good</source>
        <translation>開始日時。プロセス ID と合わせると一つのプロセスが確実に決まります</translation>
    </message>
    <message>
        <source>the program and its arguments, quoted where they hold blanks; the process can overwrite them, a kernel thread has none</source>
        <translation>プログラムとその引数。空白を含むものは引用符付き。プロセスは書き換えられます。カーネル スレッドにはありません</translation>
    </message>
    <message>
        <source>the program file; empty for a kernel thread, and without the right to see it</source>
        <translation>プログラム ファイル。カーネル スレッドの場合と、見る権限がない場合は空</translation>
    </message>
    <message>
        <source>time spent on a processor so far, user and system together</source>
        <translation>これまでにプロセッサを使った時間（ユーザーとシステムの合計）</translation>
    </message>
    <message>
        <source>what it has in memory now, shared parts included</source>
        <translation>現在メモリ上にある量（共有部分を含む）</translation>
    </message>
    <message>
        <source>memory that is its own alone; on Linux anonymous pages in memory and in swap</source>
        <translation>それだけが使うメモリ。Linux ではメモリとスワップ上の匿名ページ</translation>
    </message>
    <message>
        <source>the sign-in or terminal it belongs to; on Linux and macOS the POSIX session, not a live response one</source>
        <translation>属しているサインインまたは端末。Linux と macOS では POSIX セッションで、ライブ応答のセッションではありません</translation>
    </message>
    <message>
        <source>whether its program file has been deleted or replaced since it was started; updates do that, and so does malware</source>
        <translation>開始後にプログラム ファイルが削除または置き換えられたかどうか。更新でも、マルウェアでも起こります</translation>
    </message>
    <message>
        <source>the directory it works in; empty without the right to see it</source>
        <translation>作業ディレクトリ。見る権限がなければ空</translation>
    </message>
    <message>
        <source>how many threads it has</source>
        <translation>スレッドの数</translation>
    </message>
    <message>
        <source>the service that started it; on Linux by its control group</source>
        <translation>それを開始したサービス。Linux ではコントロール グループによります</translation>
    </message>
    <message>
        <source>the container it runs in; empty on the device itself</source>
        <translation>実行されているコンテナー。デバイス自体では空</translation>
    </message>
    <message>
        <source>Linux: the namespaces it does not share with the first process, by kind and number; what lives apart sees other files, networks or processes</source>
        <translation>Linux：最初のプロセスと共有していない名前空間（種類と番号）。分かれていれば、見えるファイル、ネットワーク、プロセスが異なります</translation>
    </message>
    <message>
        <source>the name of the process that holds the connection</source>
        <translation>接続を保持するプロセスの名前</translation>
    </message>
    <message>
        <source>the process that holds it, a line for each when there are several; empty when none does any more, or without the right to see it</source>
        <translation>それを保持するプロセス（複数あれば一つずつ一行）。もうなければ、または見る権限がなければ空</translation>
    </message>
    <message>
        <source>where the connection stands: LISTEN waits for others, ESTABLISHED is open both ways…</source>
        <translation>接続の段階：LISTEN は相手を待ち、ESTABLISHED は双方向に開いている、など</translation>
    </message>
    <message>
        <source>the device’s end; 0.0.0.0 or :: takes what comes to any of its addresses</source>
        <translation>デバイス側のアドレス。0.0.0.0 または :: はすべてのアドレスで受け付けます</translation>
    </message>
    <message>
        <source>the port on the device; a Unix socket has none</source>
        <translation>デバイス側のポート。Unix ソケットにはありません</translation>
    </message>
    <message>
        <source>the other end; 0.0.0.0 or :: while there is none</source>
        <translation>相手側のアドレス。相手がいない間は 0.0.0.0 または ::</translation>
    </message>
    <message>
        <source>the port of the other end; 0 while there is none</source>
        <translation>相手側のポート。相手がいない間は 0</translation>
    </message>
    <message>
        <source>where a Unix socket is; one that is not in the file system begins with @</source>
        <translation>Unix ソケットの場所。ファイル システムにないものは @ で始まります</translation>
    </message>
    <message>
        <source>the account the process runs as</source>
        <translation>プロセスを実行しているアカウント</translation>
    </message>
    <message>
        <source>when that process was started; with its ID it says for good which one it is</source>
        <translation>そのプロセスの開始日時。ID と合わせてどのプロセスかが確実に決まります</translation>
    </message>
    <message>
        <source>Linux: the network namespace it is in, when that is not the agent’s own, as in a container</source>
        <translation>Linux：エージェントとは別の場合（コンテナー内など）のネットワーク名前空間</translation>
    </message>
    <message>
        <source>the name under which the system knows the service</source>
        <translation>システムが認識しているサービスの名前</translation>
    </message>
    <message>
        <source>its title or description, for people</source>
        <translation>人に向けた表題または説明</translation>
    </message>
    <message>
        <source>whether it runs, in the system’s own word; on Linux active, inactive, activating…</source>
        <translation>動いているかどうか（システムの用語）。Linux では active、inactive、activating など</translation>
    </message>
    <message>
        <source>the same in more detail: running, exited, dead…</source>
        <translation>より詳しい状態：running、exited、dead など</translation>
    </message>
    <message>
        <source>whether it starts with the device: enabled, disabled, static (only when others need it), masked (never)…</source>
        <translation>デバイスとともに開始するか：enabled、disabled、static（他が必要とするときだけ）、masked（決して開始しない）など</translation>
    </message>
    <message>
        <source>the account it runs as</source>
        <translation>実行に使うアカウント</translation>
    </message>
    <message>
        <source>the program file it starts</source>
        <translation>開始するプログラム ファイル</translation>
    </message>
    <message>
        <source>the program with its arguments, as the service’s file has them</source>
        <translation>サービスのファイルに書かれたプログラムと引数</translation>
    </message>
    <message>
        <source>its main process; empty when none runs</source>
        <translation>メイン プロセス。動いていなければ空</translation>
    </message>
    <message>
        <source>the file that defines it</source>
        <translation>それを定義するファイル</translation>
    </message>
    <message>
        <source>what it needs or wants started with it</source>
        <translation>必要とする、または一緒に開始したいもの</translation>
    </message>
    <message>
        <source>the name of the driver; on Linux of the kernel module</source>
        <translation>ドライバーの名前。Linux ではカーネル モジュールの名前</translation>
    </message>
    <message>
        <source>Windows: the service under which the driver is registered</source>
        <translation>Windows：ドライバーが登録されているサービス</translation>
    </message>
    <message>
        <source>what it does: live, loading, unloading, built-in or not loaded</source>
        <translation>状態：live、loading、unloading、built-in、または not loaded</translation>
    </message>
    <message>
        <source>whether it is part of the running kernel</source>
        <translation>動作中のカーネルの一部かどうか</translation>
    </message>
    <message>
        <source>its file; empty when it is built in, or when it is loaded although no file is installed for it — look at such a one</source>
        <translation>ファイル。組み込みの場合は空。ファイルがないのに読み込まれている場合も空で、注意が必要です</translation>
    </message>
    <message>
        <source>what its author says it is for</source>
        <translation>作者による説明</translation>
    </message>
    <message>
        <source>the version its author gave it</source>
        <translation>作者が付けたバージョン</translation>
    </message>
    <message>
        <source>who wrote it, by its own word</source>
        <translation>作者（自己申告）</translation>
    </message>
    <message>
        <source>its licence, by its own word</source>
        <translation>ライセンス（自己申告）</translation>
    </message>
    <message>
        <source>what it takes in memory</source>
        <translation>メモリ上の大きさ</translation>
    </message>
    <message>
        <source>the drivers that need it</source>
        <translation>それを必要とするドライバー</translation>
    </message>
    <message>
        <source>who signed its file, or “none”; empty when the file was not looked at</source>
        <translation>ファイルに署名した者、または「none」。ファイルを調べていなければ空</translation>
    </message>
    <message>
        <source>why the kernel counts itself as tainted by it: out-of-tree, proprietary, unsigned…</source>
        <translation>それによりカーネルが汚染されたとみなす理由：out-of-tree、proprietary、unsigned など</translation>
    </message>
    <message>
        <source>the name of the task; for a line of a table, the table’s file and a hash of the line</source>
        <translation>タスクの名前。表の一行の場合は、表のファイルとその行のハッシュ</translation>
    </message>
    <message>
        <source>what starts it: systemd timer, cron, run-parts, anacron or at</source>
        <translation>開始するもの：systemd timer、cron、run-parts、anacron、または at</translation>
    </message>
    <message>
        <source>whether it will be started when its time comes</source>
        <translation>時刻になると開始されるかどうか</translation>
    </message>
    <message>
        <source>who made it, where that is recorded; on Linux who owns its file</source>
        <translation>作成者（記録されている場合）。Linux ではファイルの所有者</translation>
    </message>
    <message>
        <source>whose list it is in, when that is a user’s own</source>
        <translation>ユーザー個人の一覧にある場合、そのユーザー</translation>
    </message>
    <message>
        <source>when it starts: the kind of each trigger, and its schedule as it is written there</source>
        <translation>開始の時機：各トリガーの種類と、書かれているとおりのスケジュール</translation>
    </message>
    <message>
        <source>when it starts next, worked out from its schedule; empty when that cannot be foreseen</source>
        <translation>次に開始する日時（スケジュールから計算）。予測できなければ空</translation>
    </message>
    <message>
        <source>when it last ran, where that is recorded</source>
        <translation>最後に実行された日時（記録されている場合）</translation>
    </message>
    <message>
        <source>the file in the startup folder</source>
        <translation>スタートアップ フォルダー内のファイル</translation>
    </message>
    <message>
        <source>the program it starts; empty when it names none</source>
        <translation>開始するプログラム。指定がなければ空</translation>
    </message>
    <message>
        <source>whose folder it is in: “all users”, or one user’s name</source>
        <translation>誰のフォルダーか：「all users」、または一人のユーザーの名前</translation>
    </message>
    <message>
        <source>the name it gives itself</source>
        <translation>それ自体が名乗る名前</translation>
    </message>
    <message>
        <source>the program with its arguments, as the file has them</source>
        <translation>ファイルに書かれたプログラムと引数</translation>
    </message>
    <message>
        <source>whether it starts when somebody signs in</source>
        <translation>誰かがサインインすると開始されるかどうか</translation>
    </message>
    <message>
        <source>why it is not enabled, and on which desktops it starts</source>
        <translation>無効である理由と、開始されるデスクトップ環境</translation>
    </message>
    <message>
        <source>the mechanism that starts it: services, scheduled_tasks, shell_profiles, ssh_keys…</source>
        <translation>開始するしくみ：services、scheduled_tasks、shell_profiles、ssh_keys など</translation>
    </message>
    <message>
        <source>what the entry calls itself, or the name of its file</source>
        <translation>項目が名乗る名前、またはファイルの名前</translation>
    </message>
    <message>
        <source>whether it will take effect; empty where nobody can tell</source>
        <translation>効力を持つかどうか。判断できなければ空</translation>
    </message>
    <message>
        <source>what it starts; empty when that is the file itself, or when a shell reads the file</source>
        <translation>開始するもの。ファイル自体の場合、またはシェルがファイルを読み込む場合は空</translation>
    </message>
    <message>
        <source>the file it is written in</source>
        <translation>それが書かれているファイル</translation>
    </message>
    <message>
        <source>what only this mechanism knows: user, unit, options, fingerprint of a key…</source>
        <translation>このしくみだけが持つ情報：ユーザー、ユニット、オプション、鍵の指紋など</translation>
    </message>
    <message>
        <source>the registry key</source>
        <translation>レジストリ キー</translation>
    </message>
    <message>
        <source>the name of the value; empty for the key’s default value</source>
        <translation>値の名前。キーの既定値の場合は空</translation>
    </message>
    <message>
        <source>the type of the value: REG_SZ, REG_DWORD, REG_BINARY…</source>
        <translation>値の型：REG_SZ、REG_DWORD、REG_BINARY など</translation>
    </message>
    <message>
        <source>the value; binary data as hexadecimal digits</source>
        <translation>値。バイナリ データは 16 進数で示します</translation>
    </message>
    <message>
        <source>when anything in the key was last changed</source>
        <translation>キーの中の何かが最後に変更された日時</translation>
    </message>
    <message>
        <source>the path that was asked for</source>
        <translation>指定されたパス</translation>
    </message>
    <message>
        <source>what the content is, by its first bytes and not by its name</source>
        <translation>内容の種類。名前ではなく先頭のバイトで判定します</translation>
    </message>
    <message>
        <source>the length of the content</source>
        <translation>内容の長さ</translation>
    </message>
    <message>
        <source>when content or metadata last changed, by the file system itself; harder to forge than the time of modification</source>
        <translation>内容またはメタデータが最後に変わった日時（ファイル システム自身の記録）。更新日時より偽装しにくいものです</translation>
    </message>
    <message>
        <source>the group that owns the file; its number when the device knows no name for it</source>
        <translation>ファイルを所有するグループ。デバイスに名前がなければその番号</translation>
    </message>
    <message>
        <source>the access control list; empty where there is nothing beyond the mode</source>
        <translation>アクセス制御リスト。モード以外に何もなければ空</translation>
    </message>
    <message>
        <source>MD5 of the content, for lists that have no other; it can be forged</source>
        <translation>内容の MD5。他のハッシュがない一覧との照合用で、偽装できます</translation>
    </message>
    <message>
        <source>SHA-1 of the content, for lists that have no other; it can be forged</source>
        <translation>内容の SHA-1。他のハッシュがない一覧との照合用で、偽装できます</translation>
    </message>
    <message>
        <source>what the path leads to when it is a link; all else here is said of that file</source>
        <translation>パスがリンクの場合の行き先。ほかの項目はすべてそのファイルについてのものです</translation>
    </message>
    <message>
        <source>the number of the file in its file system; files made one after the other often have close ones</source>
        <translation>ファイル システム内でのファイルの番号。続けて作られたファイルは番号が近いことがよくあります</translation>
    </message>
    <message>
        <source>how many names the file has in its file system</source>
        <translation>ファイル システム内でファイルが持つ名前の数</translation>
    </message>
    <message>
        <source>the installed package that owns it, from the package manager’s own records</source>
        <translation>それを所有するインストール済みパッケージ（パッケージ マネージャーの記録による）</translation>
    </message>
    <message>
        <source>what the signature inside it is worth against the publishers the device trusts; empty when it has none</source>
        <translation>ファイル内の署名を、デバイスが信頼する発行元に照らした結果。署名がなければ空</translation>
    </message>
    <message>
        <source>Linux: what the program may do beyond its user, as “getcap” writes it</source>
        <translation>Linux：プログラムがユーザーの権限を超えてできること（「getcap」の書き方）</translation>
    </message>
    <message>
        <source>what the file system does with it beyond the mode: immutable, append-only…</source>
        <translation>モード以外のファイル システムの扱い：immutable、append-only など</translation>
    </message>
    <message>
        <source>names and values that the file system keeps beside the content, such as where a download came from</source>
        <translation>ファイル システムが内容とは別に保持する名前と値。ダウンロード元など</translation>
    </message>
    <message>
        <source>what the format tells: imports, sections, signer, version; and whether the content is still as its package delivered it</source>
        <translation>形式から分かること：インポート、セクション、署名者、バージョンなど。内容がパッケージで配布されたときのままかどうかも示します</translation>
    </message>
    <message>
        <source>the whole path of a file or directory whose name fits</source>
        <translation>名前が一致したファイルまたはディレクトリの完全なパス</translation>
    </message>
    <message>
        <source>the file, directory or pattern on the device</source>
        <translation>デバイス上のファイル、ディレクトリ、またはパターン</translation>
    </message>
    <message>
        <source>“file”, or “archive” when a directory or a pattern came as one</source>
        <translation>「file」、またはディレクトリやパターンをまとめた場合は「archive」</translation>
    </message>
    <message>
        <source>what was downloaded; of an archive its own length</source>
        <translation>ダウンロードした量。アーカイブの場合はその長さ</translation>
    </message>
    <message>
        <source>SHA-256 of what was downloaded, the same on the device, in the service and on your machine</source>
        <translation>ダウンロードした内容の SHA-256。デバイス、サービス、手元のコンピューターで同じです</translation>
    </message>
    <message>
        <source>how many files are in the archive; empty when one file came as it is</source>
        <translation>アーカイブ内のファイルの数。一つのファイルがそのまま届いた場合は空</translation>
    </message>
    <message>
        <source>the name of the file in the library, as “run” and “putfile” take it</source>
        <translation>ライブラリ内のファイルの名前（「run」と「putfile」に渡すもの）</translation>
    </message>
    <message>
        <source>what the file is for, as who uploaded it wrote</source>
        <translation>アップロードした人が書いた用途</translation>
    </message>
    <message>
        <source>whether the script takes parameters</source>
        <translation>スクリプトがパラメーターを受け取るかどうか</translation>
    </message>
    <message>
        <source>an example of its parameters, and what they mean</source>
        <translation>パラメーターの例とその意味</translation>
    </message>
    <message>
        <source>what the signature of a PowerShell script is worth against the tenant’s publishers; none for other files</source>
        <translation>PowerShell スクリプトの署名をテナントの発行元に照らした結果。ほかのファイルでは none</translation>
    </message>
    <message>
        <source>the length of the file</source>
        <translation>ファイルの長さ</translation>
    </message>
    <message>
        <source>counts the contents uploaded under this name, from 1</source>
        <translation>この名前でアップロードされた内容の通し番号（1 から）</translation>
    </message>
    <message>
        <source>who uploaded the first version</source>
        <translation>最初のバージョンをアップロードした人</translation>
    </message>
    <message>
        <source>when the first version was uploaded</source>
        <translation>最初のバージョンがアップロードされた日時</translation>
    </message>
    <message>
        <source>when this version was uploaded</source>
        <translation>このバージョンがアップロードされた日時</translation>
    </message>
    <message>
        <source>how many “run” and “putfile” commands have named it</source>
        <translation>それを指定した「run」と「putfile」のコマンドの数</translation>
    </message>
    <message>
        <source>where the file is on the device</source>
        <translation>デバイス上のファイルの場所</translation>
    </message>
    <message>
        <source>SHA-256 of the file, checked on the device</source>
        <translation>デバイス上で検証したファイルの SHA-256</translation>
    </message>
    <message>
        <source>whether it stays when the device restarts</source>
        <translation>デバイスの再起動後も残るかどうか</translation>
    </message>
    <message>
        <source>the command as it was typed</source>
        <translation>入力されたとおりのコマンド</translation>
    </message>
    <message>
        <source>how far it has come, in per cent or as a count; empty while the command cannot know</source>
        <translation>進捗（パーセントまたは件数）。コマンドが把握できない間は空</translation>
    </message>
    <message>
        <source>how long it took on the device; while it is not over, how long ago it was accepted</source>
        <translation>デバイスでかかった時間。終わっていなければ、受け付けてからの時間</translation>
    </message>
    <message>
        <source>what went wrong: code, subject and reason of each error</source>
        <translation>うまくいかなかったこと：各エラーのコード、対象、理由</translation>
    </message>
    <message>
        <source>how much it has brought: chunks, rows and bytes</source>
        <translation>届いた量：チャンク、行、バイトの数</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>バイト</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Columns, with the units of JSON</source>
        <translation>列（単位は JSON でのもの）</translation>
    </message>
    <message>
        <source>“%1” has more than %2, which is the limit.</source>
        <translation>「%1」は上限の %2 を超えています。</translation>
    </message>
    <message>
        <source>files up to %1, unless the tenant has set another limit</source>
        <translation>%1 までのファイル（テナントが別の上限を設定していない場合）</translation>
    </message>
    <message>
        <source>library files up to %1</source>
        <translation>%1 までのライブラリ ファイル</translation>
    </message>
    <message>
        <source>library files up to %1; PowerShell scripts signed by one of the tenant’s publishers, unless it allows others</source>
        <translation>%1 までのライブラリ ファイル。PowerShell スクリプトは、テナントが他を許可していない限り、テナントの発行元が署名したもの</translation>
    </message>
    <message>
        <source>Whether live response is on: sessions, and commands on devices.</source>
        <translation>ライブ応答（セッションと、デバイス上のコマンド）を有効にするかどうか。</translation>
    </message>
    <message>
        <source>Whether live response is also on for servers.</source>
        <translation>サーバーでもライブ応答を有効にするかどうか。</translation>
    </message>
    <message>
        <source>How many live sessions the whole tenant may have.</source>
        <translation>テナント全体で同時に開けるセッションの数。</translation>
    </message>
    <message>
        <source>How many live sessions one user may have.</source>
        <translation>1 人のユーザーが同時に開けるセッションの数。</translation>
    </message>
    <message>
        <source>How long a session without a command lasts until it is closed.</source>
        <translation>コマンドのないセッションが閉じられるまでの時間。</translation>
    </message>
    <message>
        <source>The oldest agent that a session can start with.</source>
        <translation>セッションを開始できる最も古いエージェントのバージョン。</translation>
    </message>
    <message>
        <source>The largest file that “fileinfo” looks at.</source>
        <translation>「fileinfo」が調べるファイルの最大サイズ。</translation>
    </message>
    <message>
        <source>The largest file or archive that “getfile” downloads.</source>
        <translation>「getfile」がダウンロードするファイルまたはアーカイブの最大サイズ。</translation>
    </message>
    <message>
        <source>The largest file that can be uploaded to the library.</source>
        <translation>ライブラリにアップロードできるファイルの最大サイズ。</translation>
    </message>
    <message>
        <source>Whether PowerShell scripts may run without a valid signature, and batch files, which have none.</source>
        <translation>有効な署名のない PowerShell スクリプトと、署名を付けられないバッチ ファイルの実行を許可するかどうか。</translation>
    </message>
    <message>
        <source>Whether Python scripts may run.</source>
        <translation>Python スクリプトの実行を許可するかどうか。</translation>
    </message>
    <message>
        <source>The size at which the output of a command is cut.</source>
        <translation>コマンドの出力が打ち切られるサイズ。</translation>
    </message>
    <message>
        <source>The number of rows at which the output of a command is cut.</source>
        <translation>コマンドの出力が打ち切られる行数。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>a range of numbers</extracomment>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>a version number</source>
        <translation>バージョン番号</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>This tenant wants a reason for whatever changes a device: add -reason &quot;…&quot;. Nothing was run.</source>
        <translation>このテナントでは、デバイスを変更する操作に理由が必要です：-reason &quot;…&quot; を付けてください。何も実行していません。</translation>
    </message>
    <message>
        <source>“%1” was not touched: nobody has looked at it in this session. Type “%2” first, or add -auto.</source>
        <translation>「%1」には手を付けていません：このセッションではまだ誰も確認していません。先に「%2」と入力するか、-auto を付けてください。</translation>
    </message>
    <message>
        <source>“%1” was not touched: it is not what was looked at any more (%2). Type “%3” to look again.</source>
        <translation>「%1」には手を付けていません：確認したときから変わっています (%2)。もう一度確認するには「%3」と入力してください。</translation>
    </message>
    <message>
        <source>“%1” was left as it is: it is not what the plan was made for any more (%2).</source>
        <translation>「%1」はそのまま残しました：計画を立てたときから変わっています (%2)。</translation>
    </message>
    <message>
        <source>There is no remediation of “%1” on this device that could be undone. Type “remediate list” to see what there is.</source>
        <translation>このデバイスには、元に戻せる「%1」の修復がありません。「remediate list」と入力すると一覧が表示されます。</translation>
    </message>
    <message>
        <source>“%1” was not restored: something else is in its place now, and was left as it is. Type -replace to put that into quarantine first, or -beside to restore it under another name.</source>
        <translation>「%1」は元に戻していません：その場所には別のものがあり、そのまま残しました。先にそれを検疫に移すには -replace を、別の名前で元に戻すには -beside を付けてください。</translation>
    </message>
    <message>
        <source>“%1” was not touched: the quarantine of this device has no room for its %2; %3 are free. A security administrator can raise the limit in the settings.</source>
        <translation>「%1」には手を付けていません：このデバイスの検疫には %2 分の空きがありません (空き %3)。セキュリティ管理者が設定で上限を上げることができます。</translation>
    </message>
    <message>
        <source>“%1” was not touched: the device, or the agent itself, cannot do without it.</source>
        <translation>「%1」には手を付けていません：デバイスまたはエージェント自身に欠かせないものです。</translation>
    </message>
    <message>
        <source>“%1” is still there, or was brought back: %2. Look for what does it with “persistence”.</source>
        <translation>「%1」はまだ残っているか、再び開始されました：%2。何がそうしているかは「persistence」で調べてください。</translation>
    </message>
    <message>
        <source>the number of the act on this device, for “undo” and “getfile -quarantine”</source>
        <translation>このデバイスでの操作の番号。「undo」と「getfile -quarantine」で使います</translation>
    </message>
    <message>
        <source>what it was done to: a file, a process, a service…</source>
        <translation>対象の種類：ファイル、プロセス、サービスなど</translation>
    </message>
    <message>
        <source>which one, as it can be typed</source>
        <translation>対象 (そのまま入力できる形)</translation>
    </message>
    <message>
        <source>what is done, step by step; what has to be known besides; of a list, whether it was a remediation or an undo</source>
        <translation>行う手順と、あわせて知っておくべきこと。一覧では、修復か、元に戻す操作か</translation>
    </message>
    <message>
        <source>the file, process or unit that this step is about</source>
        <translation>この手順の対象のファイル、プロセス、またはユニット</translation>
    </message>
    <message>
        <source>what came of it: done, refused, not-confirmed…; “planned” as long as nothing was touched</source>
        <translation>結果：done、refused、not-confirmed など。まだ何も行っていない間は「planned」</translation>
    </message>
    <message>
        <source>how much of it is kept in quarantine</source>
        <translation>検疫に保管している量</translation>
    </message>
    <message>
        <source>when it was done</source>
        <translation>実行した日時</translation>
    </message>
    <message>
        <source>who did it</source>
        <translation>実行した人</translation>
    </message>
    <message>
        <source>why it was done, as it was typed</source>
        <translation>入力された理由</translation>
    </message>
    <message>
        <source>until when it can be undone</source>
        <translation>元に戻せる期限</translation>
    </message>
    <message>
        <source>SHA-256 of the plan: what was done is what was planned</source>
        <translation>計画の SHA-256。実行したことは計画したことと同じです</translation>
    </message>
    <message>
        <source>the facts that the step is bound to, and what came of it</source>
        <translation>手順の前提となる事実と、その結果</translation>
    </message>
    <message>
        <source>Stops or removes what was found, by a plan that it keeps to, and keeps what is needed to undo it; “list” shows what was remediated on this device.</source>
        <translation>見つけたものを計画どおりに停止または削除し、元に戻すために必要なものを保管します。「list」はこのデバイスで修復したものを表示します。</translation>
    </message>
    <message>
        <source>Restores what was remediated.</source>
        <translation>修復したものを元に戻します。</translation>
    </message>
    <message>
        <source>what it is; “list” shows what was remediated on this device</source>
        <translation>対象の種類。「list」はこのデバイスで修復したものを表示します</translation>
    </message>
    <message>
        <source>which one: a path, a process ID, a name as it was shown</source>
        <translation>どれか：パス、プロセス ID、または表示されたとおりの名前</translation>
    </message>
    <message>
        <source>why it is done, for the journal</source>
        <translation>実行する理由 (ジャーナルに残ります)</translation>
    </message>
    <message>
        <source>looks at it first, when nobody has</source>
        <translation>まだ誰も確認していない場合は、先に確認します</translation>
    </message>
    <message>
        <source>only shows what would be done</source>
        <translation>何が行われるかを表示するだけです</translation>
    </message>
    <message>
        <source>of a process: also all that it has started</source>
        <translation>プロセスの場合：それが開始したものもすべて含めます</translation>
    </message>
    <message>
        <source>which one, as it was remediated, or the number of the act in “remediate list”</source>
        <translation>修復したときの名前、または「remediate list」に表示される番号</translation>
    </message>
    <message>
        <source>puts what is in its place now into quarantine first</source>
        <translation>今その場所にあるものを、先に検疫に移します</translation>
    </message>
    <message>
        <source>restores it under another name when its place is taken</source>
        <translation>その場所がふさがっている場合は、別の名前で元に戻します</translation>
    </message>
    <message>
        <source>Whether a reason must be given for whatever changes a device.</source>
        <translation>デバイスを変更する操作に理由の入力を必須にするかどうか。</translation>
    </message>
    <message>
        <source>How much a device keeps of what was remediated.</source>
        <translation>修復で取り除いたものをデバイスに保管しておく最大の容量。</translation>
    </message>
    <message>
        <source>How long a remediation can be undone.</source>
        <translation>修復を元に戻せる期間。</translation>
    </message>
    <message>
        <source>days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>downloads what was remediated; the path is then the number of the act in “remediate list”</source>
        <translation>修復で取り除いたものをダウンロードします。このときパスには「remediate list」に表示される番号を指定します</translation>
    </message>
    <message numerus="yes">
        <source>%Ln s</source>
        <extracomment>a span of time, short</extracomment>
        <translation>
            <numerusform>%Ln 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <extracomment>a span of time, short</extracomment>
        <translation>
            <numerusform>%Ln 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <extracomment>a span of time, short</extracomment>
        <translation>
            <numerusform>%Ln 時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <extracomment>a span of time</extracomment>
        <translation>
            <numerusform>%Ln 日</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>今</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is a span of time: &quot;3 min&quot;</extracomment>
        <translation>経過：%1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>今後：%1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>times</comment>
        <extracomment>the name of a column of times, and by which clock they are: &quot;Started (UTC)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s)</source>
        <extracomment>%1 is the number</extracomment>
        <translation>
            <numerusform>%1 バイト</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>an exact size, and about the same in a larger unit</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1” is a link to “%2”, which does not exist.</source>
        <translation>「%1」は「%2」へのリンクですが、その先は存在しません。</translation>
    </message>
    <message>
        <source>“%1” was not written: the command did not complete. “Save as…” keeps what it printed all the same.</source>
        <translation>「%1」は書き込まれませんでした。コマンドが完了しなかったためです。出力は「名前を付けて保存...」で残せます。</translation>
    </message>
    <message>
        <source>This command has no parameter or flag “%1”. Usage: %2</source>
        <translation>このコマンドにパラメーターまたはフラグ「%1」はありません。使い方：%2</translation>
    </message>
    <message>
        <source>“%1” is for devices with %2; this one runs %3.</source>
        <translation>「%1」は %2 のデバイス用です。このデバイスは %3 です。</translation>
    </message>
    <message>
        <source>The device was not isolated: with the rules in place its service (%1) did not answer any more, so they were taken away again. A VPN or a proxy on the way can be the cause; a security administrator can let it pass with the setting “isolation-passages”.</source>
        <translation>デバイスは分離されていません：ルールを適用するとサービス (%1) が応答しなくなったため、ルールを取り除きました。経路上の VPN またはプロキシが原因のことがあります。セキュリティ管理者は設定「isolation-passages」でその通信を許可できます。</translation>
    </message>
    <message>
        <source>The device is isolated only in part. What is not kept back: %1.</source>
        <translation>デバイスは一部しか分離されていません。遮断されていないもの：%1。</translation>
    </message>
    <message>
        <source>Cuts the device off the network but for this service, and keeps it so until “release”; the session goes on.</source>
        <translation>このサービスとの通信を除いてデバイスをネットワークから分離し、「release」まで維持します。セッションは続きます。</translation>
    </message>
    <message>
        <source>Lifts the isolation of the device.</source>
        <translation>デバイスの分離を解除します。</translation>
    </message>
    <message>
        <source>Not offered here</source>
        <translation>ここでは使えないもの</translation>
    </message>
    <message>
        <source>“help &lt;command&gt;” explains one command.</source>
        <translation>「help &lt;コマンド&gt;」で、そのコマンドの説明を表示します。</translation>
    </message>
    <message>
        <source>-output json|table chooses the output, &gt; file writes it to a file, &amp; at the end runs a command in the background.</source>
        <translation>-output json|table で出力形式を選び、&gt; ファイル名 でファイルに書き込み、末尾の &amp; でバックグラウンドで実行します。</translation>
    </message>
    <message>
        <source>Limits of this tenant</source>
        <translation>このテナントの上限</translation>
    </message>
    <message>
        <source>files up to %1</source>
        <translation>%1 までのファイル</translation>
    </message>
    <message>
        <source>PowerShell scripts only when they are signed by one of the tenant’s publishers</source>
        <translation>PowerShell スクリプトは、テナントの発行元のいずれかが署名したものだけ</translation>
    </message>
    <message>
        <source>no Python scripts</source>
        <translation>Python スクリプトは不可</translation>
    </message>
    <message>
        <source>not isolated</source>
        <extracomment>of a device: it is not isolated</extracomment>
        <translation>分離なし</translation>
    </message>
    <message>
        <source>isolated</source>
        <extracomment>of a device</extracomment>
        <translation>分離済み</translation>
    </message>
    <message>
        <source>partly isolated</source>
        <extracomment>of a device</extracomment>
        <translation>一部のみ分離</translation>
    </message>
    <message>
        <source>isolation not confirmed</source>
        <extracomment>of a device</extracomment>
        <translation>分離を確認できません</translation>
    </message>
    <message>
        <source>nftables is not installed any more: nobody can look</source>
        <translation>nftables がインストールされていないため、確認できません</translation>
    </message>
    <message>
        <source>the rules for IP are not as they should be</source>
        <translation>IP のルールが本来の状態ではありません</translation>
    </message>
    <message>
        <source>raw frames, and containers with an address of their own: the kernel cannot hold them back</source>
        <translation>生フレームと、独自のアドレスを持つコンテナー (カーネルでは遮断できません)</translation>
    </message>
    <message>
        <source>the network interface %1</source>
        <translation>ネットワーク インターフェイス %1</translation>
    </message>
    <message>
        <source>an IPv4 packet to a stranger was not refused</source>
        <translation>第三者宛ての IPv4 パケットが拒否されませんでした</translation>
    </message>
    <message>
        <source>an IPv6 packet to a stranger was not refused</source>
        <translation>第三者宛ての IPv6 パケットが拒否されませんでした</translation>
    </message>
    <message>
        <source>a raw frame on %1 was not refused</source>
        <translation>%1 の生フレームが拒否されませんでした</translation>
    </message>
    <message>
        <source>from the device&apos;s next start until the agent&apos;s: systemd does not run there</source>
        <translation>デバイスの次回起動からエージェントの起動まで (systemd が動作していません)</translation>
    </message>
    <message>
        <source>from the device&apos;s next start until the agent&apos;s: %1</source>
        <translation>デバイスの次回起動からエージェントの起動まで：%1</translation>
    </message>
    <message>
        <source>changes of the rules are seen only every 30 seconds</source>
        <translation>ルールの変更は 30 秒ごとにしか検出できません</translation>
    </message>
    <message>
        <source>the service does not answer at %1</source>
        <translation>サービスが %1 で応答しません</translation>
    </message>
    <message>
        <source>The device should be isolated and is not: its rules were taken away.</source>
        <translation>このデバイスは分離されているはずですが、分離されていません：ルールが取り除かれました。</translation>
    </message>
    <message>
        <source>The device is isolated: it reaches this service and nobody else. Type “release” to lift that.</source>
        <translation>このデバイスは分離されています：このサービス以外とは通信できません。解除するには「release」と入力してください。</translation>
    </message>
    <message>
        <source>The device is isolated only in part. Not held back: %1. Type “release” to lift that.</source>
        <extracomment>%1 what is not held back</extracomment>
        <translation>このデバイスは一部しか分離されていません。遮断されていないもの：%1。解除するには「release」と入力してください。</translation>
    </message>
    <message>
        <source>The device should be isolated, but that cannot be confirmed: %1.</source>
        <extracomment>%1 why</extracomment>
        <translation>このデバイスは分離されているはずですが、確認できません：%1。</translation>
    </message>
    <message>
        <source>%1 · by %2 · %3</source>
        <extracomment>%1 “isolated”, %2 a user, %3 a date and time</extracomment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Not covered: %1</source>
        <extracomment>a list of what an isolated device is not kept from</extracomment>
        <translation>対象外：%1</translation>
    </message>
    <message>
        <source>There is no file “%1” in “%2” or below.</source>
        <translation>「%2」とその下にファイル「%1」はありません。</translation>
    </message>
    <message>
        <source>There is no file “%1” on the device&apos;s own disks.</source>
        <translation>デバイスのローカル ディスクにファイル「%1」はありません。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>「%1」は空です。</translation>
    </message>
    <message>
        <source>This folder is empty.</source>
        <translation>このフォルダーは空です。</translation>
    </message>
    <message>
        <source>No process is called “%1”.</source>
        <translation>「%1」という名前のプロセスはありません。</translation>
    </message>
    <message>
        <source>The process %1 has no connections.</source>
        <translation>プロセス %1 に接続はありません。</translation>
    </message>
    <message>
        <source>The device has no connections.</source>
        <translation>このデバイスに接続はありません。</translation>
    </message>
    <message>
        <source>No service is called “%1”.</source>
        <translation>「%1」という名前のサービスはありません。</translation>
    </message>
    <message>
        <source>The device has no services.</source>
        <translation>このデバイスにサービスはありません。</translation>
    </message>
    <message>
        <source>The device has no drivers that can be loaded.</source>
        <translation>このデバイスに読み込めるドライバーはありません。</translation>
    </message>
    <message>
        <source>No scheduled task is called “%1”.</source>
        <translation>「%1」という名前のスケジュールされたタスクはありません。</translation>
    </message>
    <message>
        <source>The device has no scheduled tasks.</source>
        <translation>このデバイスにスケジュールされたタスクはありません。</translation>
    </message>
    <message>
        <source>Nothing lies in the startup folders.</source>
        <translation>スタートアップ フォルダーには何もありません。</translation>
    </message>
    <message>
        <source>Nothing was found that starts by itself.</source>
        <translation>自動的に開始されるものは見つかりませんでした。</translation>
    </message>
    <message>
        <source>“%1” holds nothing.</source>
        <translation>「%1」には何もありません。</translation>
    </message>
    <message>
        <source>The library is empty.</source>
        <translation>ライブラリは空です。</translation>
    </message>
    <message>
        <source>Nothing was remediated on this device.</source>
        <translation>このデバイスで修復されたものはありません。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>元に戻すものはありません。</translation>
    </message>
    <message>
        <source>No command of this session runs.</source>
        <translation>このセッションで実行中のコマンドはありません。</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>何も見つかりませんでした。</translation>
    </message>
    <message>
        <source>it has no right to look into some processes, whose sockets are missing here</source>
        <translation>一部のプロセスを参照する権限がないため、それらのソケットは表示されません</translation>
    </message>
    <message>
        <source>it does not run here; its files were read</source>
        <translation>ここでは動作していないため、そのファイルを読み取りました</translation>
    </message>
    <message>
        <source>it leads to a file of the kernel&apos;s</source>
        <translation>カーネルのファイルにつながっています</translation>
    </message>
    <message>
        <source>another file has taken its place</source>
        <translation>別のファイルに置き換わりました</translation>
    </message>
    <message>
        <source>nothing there could be read</source>
        <translation>読み取れるものがありませんでした</translation>
    </message>
    <message>
        <source>it grew while it was read</source>
        <translation>読み取り中に大きくなりました</translation>
    </message>
    <message>
        <source>it is no longer what -auto looked at</source>
        <translation>-auto で確認したときのものではありません</translation>
    </message>
    <message>
        <source>they could not be ended</source>
        <translation>終了できませんでした</translation>
    </message>
    <message>
        <source>what watched over the script was ended from outside</source>
        <translation>スクリプトを監視していたプロセスが外部から終了されました</translation>
    </message>
    <message>
        <source>this device is not enrolled</source>
        <translation>このデバイスは登録されていません</translation>
    </message>
    <message>
        <source>it is no ELF file</source>
        <translation>ELF ファイルではありません</translation>
    </message>
    <message>
        <source>it lacks a section that it should have</source>
        <translation>必要なセクションがありません</translation>
    </message>
    <message>
        <source>what the system says of it is malformed</source>
        <translation>システムから得た情報の形式が正しくありません</translation>
    </message>
    <message>
        <source>this kernel loads no modules</source>
        <translation>このカーネルはモジュールを読み込みません</translation>
    </message>
    <message>
        <source>this is how it was at first</source>
        <translation>これは最初の状態です</translation>
    </message>
    <message>
        <source>it had begun before the agent was restarted</source>
        <translation>エージェントの再起動前に始まっていました</translation>
    </message>
    <message>
        <source>nothing was touched</source>
        <translation>何も変更していません</translation>
    </message>
    <message>
        <source>it has no file</source>
        <translation>ファイルがありません</translation>
    </message>
    <message>
        <source>not the number of an act</source>
        <translation>操作の番号ではありません</translation>
    </message>
    <message>
        <source>this agent has no way to remediate it</source>
        <translation>このエージェントにはこれを修復する手段がありません</translation>
    </message>
    <message>
        <source>nothing of it can be taken back</source>
        <translation>元に戻せるものがありません</translation>
    </message>
    <message>
        <source>all of it belongs to a package</source>
        <translation>すべてパッケージに属しています</translation>
    </message>
    <message>
        <source>nothing was changed</source>
        <translation>何も変更されていません</translation>
    </message>
    <message>
        <source>they have been killed, and wait for hardware</source>
        <translation>強制終了済みで、ハードウェアの応答を待っています</translation>
    </message>
    <message>
        <source>they run on</source>
        <translation>実行を続けています</translation>
    </message>
    <message>
        <source>not a process ID</source>
        <translation>プロセス ID ではありません</translation>
    </message>
    <message>
        <source>it is a link; what it leads to is another file</source>
        <translation>リンクであり、リンク先は別のファイルです</translation>
    </message>
    <message>
        <source>it belongs to the agent</source>
        <translation>エージェントのものです</translation>
    </message>
    <message>
        <source>it is still in quarantine</source>
        <translation>まだ隔離されています</translation>
    </message>
    <message>
        <source>the file has no such line</source>
        <translation>ファイルにそのような行はありません</translation>
    </message>
    <message>
        <source>it is not in a startup folder</source>
        <translation>スタートアップ フォルダーにありません</translation>
    </message>
    <message>
        <source>the key of the quarantine is gone</source>
        <translation>隔離の鍵がありません</translation>
    </message>
    <message>
        <source>no random numbers</source>
        <translation>乱数を取得できません</translation>
    </message>
    <message>
        <source>it is not in quarantine any more</source>
        <translation>すでに隔離されていません</translation>
    </message>
    <message>
        <source>no path contains a NUL</source>
        <translation>パスに NUL 文字は使えません</translation>
    </message>
    <message>
        <source>a name, without folders; -path says where</source>
        <translation>フォルダーを含まない名前を指定します。場所は -path で指定します</translation>
    </message>
    <message>
        <source>the order came without its library file</source>
        <translation>命令にライブラリ ファイルが付いていませんでした</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>接続が拒否されました</translation>
    </message>
    <message>
        <source>the host was not found</source>
        <translation>ホストが見つかりませんでした</translation>
    </message>
    <message>
        <source>the network cannot be reached</source>
        <translation>ネットワークに到達できません</translation>
    </message>
    <message>
        <source>the other side closed the connection</source>
        <translation>相手が接続を閉じました</translation>
    </message>
    <message>
        <source>no answer came in time</source>
        <translation>時間内に応答がありませんでした</translation>
    </message>
    <message>
        <source>no TLS handshake within 10 s</source>
        <translation>10 秒以内に TLS ハンドシェイクが完了しませんでした</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>そのようなファイルやディレクトリはありません</translation>
    </message>
    <message>
        <source>no such process</source>
        <translation>そのようなプロセスはありません</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>アクセスが拒否されました</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>許可されていない操作です</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>ディレクトリではありません</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>ディレクトリです</translation>
    </message>
    <message>
        <source>too many levels of symbolic links</source>
        <translation>シンボリック リンクの階層が多すぎます</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>ファイル名が長すぎます</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>ファイルが存在します</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>デバイスに空き容量がありません</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>読み取り専用のファイル システムです</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>入出力エラーです</translation>
    </message>
    <message>
        <source>Whom isolated devices may still talk to besides this service.</source>
        <translation>分離したデバイスが、このサービス以外に通信できる相手。</translation>
    </message>
    <message>
        <source>ADDRESS[/BITS] tcp|udp PORT[-PORT], separated by commas</source>
        <extracomment>do not translate “tcp” and “udp”; an example is 10.1.0.0/16 udp 53</extracomment>
        <translation>アドレス[/ビット数] tcp|udp ポート[-ポート] (コンマ区切り)</translation>
    </message>
    <message>
        <source>on</source>
        <extracomment>a setting</extracomment>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>The device was isolated already.</source>
        <translation>デバイスは既に分離されていました。</translation>
    </message>
    <message>
        <source>The device was not isolated.</source>
        <translation>デバイスは分離されていませんでした。</translation>
    </message>
    <message>
        <source>nftables is not installed</source>
        <translation>nftables がインストールされていません</translation>
    </message>
    <message>
        <source>the order to isolate is damaged</source>
        <translation>分離の指示が壊れています</translation>
    </message>
    <message>
        <source>further types and IDs: all of it is one plan, and can be undone as a whole or one by one</source>
        <translation>続く種類と ID。すべてが一つの計画になり、まとめても一つずつでも元に戻せます</translation>
    </message>
    <message>
        <source>what it was; “several” for all that was remediated by one plan</source>
        <translation>修復した対象の種類。一つの計画で修復したものすべてなら「several」</translation>
    </message>
    <message>
        <source>No antivirus looked: ClamAV does not run on this device. Install the package clamav-daemon (on Fedora clamd), and let it fetch its signatures.</source>
        <translation>ウイルス対策ソフトでは調べていません：このデバイスでは ClamAV が動作していません。clamav-daemon パッケージ（Fedora では clamd）をインストールし、シグネチャを更新してください。</translation>
    </message>
    <message>
        <source>No YARA rule was looked for: the library holds none. Upload a file with the extension .yar to have them looked for on every device.</source>
        <translation>YARA ルールでは調べていません：ライブラリにルールがありません。拡張子 .yar のファイルをアップロードすると、すべてのデバイスで使われます。</translation>
    </message>
    <message>
        <source>The engine %1 failed: what it has not seen counts as not scanned.</source>
        <translation>エンジン %1 が失敗しました：調べられなかったものは未スキャンとして扱います。</translation>
    </message>
    <message>
        <source>“%1” was not wholly looked at.</source>
        <translation>「%1」は全体が調べられていません。</translation>
    </message>
    <message>
        <source>“%1” does not say what it lists: call it ….bad.hashes for what is known to be bad, ….good.hashes for what is known to be good.</source>
        <translation>「%1」の名前からは、何の一覧か分かりません。悪意あるものの一覧は ….bad.hashes、問題ないものの一覧は ….good.hashes という名前にしてください。</translation>
    </message>
    <message>
        <source>“%1” was not taken into the library: its line %2 is no YARA that compiles. Reason: %3</source>
        <translation>「%1」はライブラリに登録されませんでした：%2 行目が YARA としてコンパイルできません。理由：%3</translation>
    </message>
    <message>
        <source>“%1” is long, and a long list has to be sorted: line %2 comes too late. “LC_ALL=C sort -u” sorts it.</source>
        <translation>「%1」は長い一覧で、長い一覧は並べ替えが必要です：%2 行目の位置が正しくありません。「LC_ALL=C sort -u」で並べ替えられます。</translation>
    </message>
    <message>
        <source>“%1” is long, and a long list has to keep to one letter case: line %2 changes it.</source>
        <translation>「%1」は長い一覧で、長い一覧では大文字か小文字のどちらかに統一する必要があります：%2 行目で変わっています。</translation>
    </message>
    <message>
        <source>“%1” is no list of hashes: line %2 does not begin with an MD5, SHA-1 or SHA-256 in hexadecimal digits.</source>
        <translation>「%1」はハッシュの一覧ではありません：%2 行目が 16 進数の MD5、SHA-1、SHA-256 のいずれでも始まっていません。</translation>
    </message>
    <message>
        <source>malicious, suspicious, not-scanned, unknown or clean: on all of it in the row of the verdict, else what that finding alone says; empty for what is only worth knowing</source>
        <translation>malicious、suspicious、not-scanned、unknown、clean のいずれか。判定の行では全体の判定、それ以外ではその検出だけが示すもの。参考情報の場合は空</translation>
    </message>
    <message>
        <source>what the row is: the verdict, a finding, or an engine that did not look at all of it</source>
        <translation>行の種類：判定、検出、または全体を調べられなかったエンジン</translation>
    </message>
    <message>
        <source>who says so: clamav, yara, archive, known-bad, known-good, package, signature, heuristics</source>
        <translation>判断元：clamav、yara、archive、known-bad、known-good、package、signature、heuristics</translation>
    </message>
    <message>
        <source>the name of the rule, the signature or the observation; of an engine how far it came: partly, failed or missing</source>
        <translation>ルール、シグネチャ、観察結果の名前。エンジンの行では結果：partly（一部）、failed（失敗）、missing（なし）</translation>
    </message>
    <message>
        <source>what that rests on: the value that was seen, or why an engine did not look</source>
        <translation>根拠：観察された値、またはエンジンが調べられなかった理由</translation>
    </message>
    <message>
        <source>the file that this is about</source>
        <translation>対象のファイル</translation>
    </message>
    <message>
        <source>the process that this is about</source>
        <translation>対象のプロセス</translation>
    </message>
    <message>
        <source>what of it: the file; of a process its image, a file that it runs code from, or the process itself with its memory</source>
        <translation>対象の部分：ファイル。プロセスの場合は、そのイメージ、コードの実行元のファイル、またはメモリを含むプロセス自体</translation>
    </message>
    <message>
        <source>the length of the file’s content</source>
        <translation>ファイルの内容の長さ</translation>
    </message>
    <message>
        <source>how sure the verdict is: low, medium or high</source>
        <translation>判定の確かさ：low、medium、high</translation>
    </message>
    <message>
        <source>who wrote the rule, by its own word</source>
        <translation>ルールの作成者（ルール自身の記載）</translation>
    </message>
    <message>
        <source>under which licence the rule is given away, by its own word</source>
        <translation>ルールのライセンス（ルール自身の記載）</translation>
    </message>
    <message>
        <source>the library’s file that the rule or the hash is in</source>
        <translation>ルールまたはハッシュを含むライブラリのファイル</translation>
    </message>
    <message>
        <source>more of it: a rule’s description and score; of a verdict how much was looked at, and with what</source>
        <translation>詳細：ルールの説明とスコア。判定の場合は、調べた量と使ったもの</translation>
    </message>
    <message>
        <source>its hash is in a list of what is known to be bad</source>
        <translation>ハッシュが、悪意あるものの一覧にあります</translation>
    </message>
    <message>
        <source>its hash is in a list of what is known to be good</source>
        <translation>ハッシュが、問題ないものの一覧にあります</translation>
    </message>
    <message>
        <source>it is as its package brought it, as far as the device’s record says</source>
        <translation>デバイスのパッケージ データベースの記録と一致しています</translation>
    </message>
    <message>
        <source>it belongs to a package, which keeps no checksum of it</source>
        <translation>パッケージに属しますが、チェックサムは記録されていません</translation>
    </message>
    <message>
        <source>it is not as its package brought it</source>
        <translation>パッケージの内容から変わっています</translation>
    </message>
    <message>
        <source>it is signed by somebody who is trusted</source>
        <translation>信頼された発行元の署名があります</translation>
    </message>
    <message>
        <source>it was changed after it was signed</source>
        <translation>署名の後に変更されています</translation>
    </message>
    <message>
        <source>something was added behind its signature</source>
        <translation>署名の後に何かが追加されています</translation>
    </message>
    <message>
        <source>a program whose name hides it from listings</source>
        <translation>名前により一覧に表示されないプログラム</translation>
    </message>
    <message>
        <source>it is called like a program of the system and lies elsewhere</source>
        <translation>システムのプログラムと同じ名前で、別の場所にあります</translation>
    </message>
    <message>
        <source>it shows itself as a thread of the kernel, and runs a program</source>
        <translation>カーネルのスレッドを装い、プログラムを実行しています</translation>
    </message>
    <message>
        <source>its name has characters that cannot be seen</source>
        <translation>名前に目に見えない文字が含まれています</translation>
    </message>
    <message>
        <source>its code is packed, and unpacks itself when it runs</source>
        <translation>コードが圧縮されていて、実行時に展開されます</translation>
    </message>
    <message>
        <source>its code looks random, as if it were encrypted</source>
        <translation>コードが暗号化されたかのように不規則です</translation>
    </message>
    <message>
        <source>it runs with its owner’s rights, and came with no package</source>
        <translation>所有者の権限で動作し、どのパッケージにも属していません</translation>
    </message>
    <message>
        <source>it has rights of its own, and came with no package</source>
        <translation>独自の権限を持ち、どのパッケージにも属していません</translation>
    </message>
    <message>
        <source>a library that is loaded into programs that do not ask for it</source>
        <translation>要求していないプログラムにも読み込まれるライブラリ</translation>
    </message>
    <message>
        <source>its times do not fit together</source>
        <translation>日時に矛盾があります</translation>
    </message>
    <message>
        <source>its program exists in memory only</source>
        <translation>プログラムがメモリ上にのみ存在します</translation>
    </message>
    <message>
        <source>its program was deleted while it ran</source>
        <translation>プログラムが実行中に削除されています</translation>
    </message>
    <message>
        <source>another file has taken the place of its program</source>
        <translation>プログラムの場所に別のファイルがあります</translation>
    </message>
    <message>
        <source>it works in a hidden directory where everybody may put files</source>
        <translation>誰でもファイルを置ける場所の隠しディレクトリで動作しています</translation>
    </message>
    <message>
        <source>a shell that reads from a connection and answers there</source>
        <translation>接続から入力を受け、そこへ出力するシェル</translation>
    </message>
    <message>
        <source>a shell that was started by a program which answers strangers</source>
        <translation>外部に応答するプログラムが起動したシェル</translation>
    </message>
    <message>
        <source>it runs code from memory that it can change while it runs</source>
        <translation>実行中に書き換え可能なメモリのコードを実行しています</translation>
    </message>
    <message>
        <source>it runs code from memory that no file is behind</source>
        <translation>ファイルに基づかないメモリのコードを実行しています</translation>
    </message>
    <message>
        <source>it runs code from a file that exists in memory only</source>
        <translation>メモリ上にのみ存在するファイルのコードを実行しています</translation>
    </message>
    <message>
        <source>it runs code from a file that was deleted</source>
        <translation>削除されたファイルのコードを実行しています</translation>
    </message>
    <message>
        <source>it may do much more than its user</source>
        <translation>ユーザーよりもはるかに多くの権限を持っています</translation>
    </message>
    <message>
        <source>clean</source>
        <extracomment>a verdict on a file or process</extracomment>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>a verdict on a file or process</extracomment>
        <translation>不明</translation>
    </message>
    <message>
        <source>not scanned</source>
        <extracomment>a verdict on a file or process</extracomment>
        <translation>未スキャン</translation>
    </message>
    <message>
        <source>suspicious</source>
        <extracomment>a verdict on a file or process</extracomment>
        <translation>疑わしい</translation>
    </message>
    <message>
        <source>malicious</source>
        <extracomment>a verdict on a file or process</extracomment>
        <translation>悪意あり</translation>
    </message>
    <message>
        <source>archive</source>
        <extracomment>an engine: what looks into archives</extracomment>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>list of the known bad</source>
        <translation>悪意あるものの一覧</translation>
    </message>
    <message>
        <source>list of the known good</source>
        <translation>問題ないものの一覧</translation>
    </message>
    <message>
        <source>package database</source>
        <translation>パッケージ データベース</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>observation</source>
        <extracomment>an engine: what is odd about a file or process</extracomment>
        <translation>観察</translation>
    </message>
    <message>
        <source>high confidence</source>
        <extracomment>how sure a verdict is</extracomment>
        <translation>確度 高</translation>
    </message>
    <message>
        <source>medium confidence</source>
        <extracomment>how sure a verdict is</extracomment>
        <translation>確度 中</translation>
    </message>
    <message>
        <source>low confidence</source>
        <extracomment>how sure a verdict is</extracomment>
        <translation>確度 低</translation>
    </message>
    <message>
        <source>Verdict: malicious, %1. It rests on: %2.</source>
        <translation>判定：悪意あり、%1。根拠：%2。</translation>
    </message>
    <message>
        <source>Verdict: suspicious, %1. It rests on: %2.</source>
        <translation>判定：疑わしい、%1。根拠：%2。</translation>
    </message>
    <message>
        <source>Verdict: clean, %1. It rests on: %2.</source>
        <translation>判定：問題なし、%1。根拠：%2。</translation>
    </message>
    <message>
        <source>Verdict: unknown. Nothing was found, and no engine that looked can vouch for it.</source>
        <translation>判定：不明。何も見つかりませんでしたが、問題がないことを保証できるエンジンでは調べていません。</translation>
    </message>
    <message>
        <source>Verdict: not scanned. There was nothing to look with.</source>
        <translation>判定：未スキャン。調べる手段がありませんでした。</translation>
    </message>
    <message>
        <source>Verdict: not scanned, as a whole. %1: %2.</source>
        <translation>判定：未スキャン（全体は調べられていません）。%1：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) scanned, %1: %2 malicious, %3 suspicious, %4 not scanned, %5 unknown, %6 clean.</source>
        <extracomment>%1 a size, %2 to %6 are numbers of files</extracomment>
        <translation>
            <numerusform>%Ln 個のファイルをスキャンしました（%1）：悪意あり %2、疑わしい %3、未スキャン %4、不明 %5、問題なし %6。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 an engine, %2 what it found, %3 the value that was seen</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>finding</comment>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>rule file %1</source>
        <translation>ルール ファイル %1</translation>
    </message>
    <message>
        <source>its author is not named</source>
        <translation>作成者の記載なし</translation>
    </message>
    <message>
        <source>by %1</source>
        <comment>author</comment>
        <translation>作成者 %1</translation>
    </message>
    <message>
        <source>its licence is not named</source>
        <translation>ライセンスの記載なし</translation>
    </message>
    <message>
        <source>licence %1</source>
        <translation>ライセンス %1</translation>
    </message>
    <message>
        <source>Open: %1 did not look at all of it: %2.</source>
        <extracomment>what an engine did not see: %1 an engine, %2 why</extracomment>
        <translation>未解決：%1 は全体を調べていません：%2。</translation>
    </message>
    <message>
        <source>Judges a file or a process: each engine says what it found and what that rests on, and the verdict follows from it.</source>
        <translation>ファイルまたはプロセスを判定します。各エンジンが見つけたものとその根拠を示し、そこから判定が決まります。</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>which one: the path of a file, or the ID of a process</source>
        <translation>対象：ファイルのパスまたはプロセス ID</translation>
    </message>
    <message>
        <source>the file or the directory to scan; without it, the programs that run, what starts by itself, and the directories of temporary and downloaded files</source>
        <translation>スキャンするファイルまたはディレクトリ。省略すると、実行中のプログラム、自動的に起動するもの、一時ファイルとダウンロードのディレクトリをスキャンします</translation>
    </message>
    <message>
        <source>Nobody has judged it.</source>
        <translation>判定されていません。</translation>
    </message>
    <message>
        <source>No file was scanned.</source>
        <translation>スキャンされたファイルはありません。</translation>
    </message>
    <message>
        <source>the engine does not answer any more</source>
        <translation>エンジンが応答しなくなりました</translation>
    </message>
    <message>
        <source>the engine took too long</source>
        <translation>エンジンの処理に時間がかかりすぎました</translation>
    </message>
    <message>
        <source>it is larger than the engine looks into</source>
        <translation>エンジンが調べる上限より大きいためです</translation>
    </message>
    <message>
        <source>it is encrypted, and nobody can look into it</source>
        <translation>暗号化されていて、中を調べられません</translation>
    </message>
    <message>
        <source>a part of its memory is in swap</source>
        <translation>メモリの一部がスワップにあります</translation>
    </message>
    <message>
        <source>the process has ended</source>
        <translation>プロセスが終了しました</translation>
    </message>
    <message>
        <source>there is no engine that could look</source>
        <translation>調べられるエンジンがありません</translation>
    </message>
    <message>
        <source>there are more than can be told</source>
        <translation>すべてを表示するには多すぎます</translation>
    </message>
    <message>
        <source>it is an archive that could not be opened</source>
        <translation>開けないアーカイブです</translation>
    </message>
    <message>
        <source>“%1” was not touched: what would have to be done is not what was approved any more. Look at the new plan before you decide.</source>
        <translation>「%1」には手を付けていません：行うべきことが、承認したものから変わっています。新しい計画を確認してから判断してください。</translation>
    </message>
    <message>
        <source>file</source>
        <extracomment>what an act is about</extracomment>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>process</source>
        <extracomment>what an act is about</extracomment>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>service</source>
        <extracomment>what an act is about</extracomment>
        <translation>サービス</translation>
    </message>
    <message>
        <source>scheduled task</source>
        <extracomment>what an act is about</extracomment>
        <translation>スケジュールされたタスク</translation>
    </message>
    <message>
        <source>startup item</source>
        <extracomment>what an act is about: a program that starts when a user signs in</extracomment>
        <translation>スタートアップ項目</translation>
    </message>
    <message>
        <source>persistence entry</source>
        <extracomment>what an act is about: something that starts by itself</extracomment>
        <translation>永続化エントリ</translation>
    </message>
    <message>
        <source>network</source>
        <extracomment>what an act is about</extracomment>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>several things</source>
        <extracomment>what an act is about, when it is more than one thing</extracomment>
        <translation>複数のもの</translation>
    </message>
    <message>
        <source>remediation</source>
        <extracomment>what was done to a device: something found was stopped or removed</extracomment>
        <translation>修復</translation>
    </message>
    <message>
        <source>undo</source>
        <extracomment>what was done to a device: a remediation was taken back</extracomment>
        <translation>元に戻す操作</translation>
    </message>
    <message>
        <source>isolation</source>
        <extracomment>what was done to a device: it was cut off the network</extracomment>
        <translation>分離</translation>
    </message>
    <message>
        <source>release</source>
        <extracomment>what was done to a device: its isolation was lifted</extracomment>
        <translation>分離の解除</translation>
    </message>
    <message>
        <source>Isolate this device?</source>
        <translation>このデバイスを分離しますか？</translation>
    </message>
    <message>
        <source>Lift the isolation of this device?</source>
        <translation>このデバイスの分離を解除しますか？</translation>
    </message>
    <message>
        <source>Restore this file?</source>
        <translation>このファイルを元に戻しますか？</translation>
    </message>
    <message>
        <source>Remediate this file?</source>
        <translation>このファイルを修復しますか？</translation>
    </message>
    <message>
        <source>Undo the remediation of this process?</source>
        <translation>このプロセスの修復を元に戻しますか？</translation>
    </message>
    <message>
        <source>Remediate this process?</source>
        <translation>このプロセスを修復しますか？</translation>
    </message>
    <message>
        <source>Restore this service?</source>
        <translation>このサービスを元に戻しますか？</translation>
    </message>
    <message>
        <source>Remediate this service?</source>
        <translation>このサービスを修復しますか？</translation>
    </message>
    <message>
        <source>Restore this scheduled task?</source>
        <translation>このスケジュールされたタスクを元に戻しますか？</translation>
    </message>
    <message>
        <source>Remediate this scheduled task?</source>
        <translation>このスケジュールされたタスクを修復しますか？</translation>
    </message>
    <message>
        <source>Restore this startup item?</source>
        <translation>このスタートアップ項目を元に戻しますか？</translation>
    </message>
    <message>
        <source>Remediate this startup item?</source>
        <translation>このスタートアップ項目を修復しますか？</translation>
    </message>
    <message>
        <source>Restore this persistence entry?</source>
        <translation>この永続化エントリを元に戻しますか？</translation>
    </message>
    <message>
        <source>Remediate this persistence entry?</source>
        <translation>この永続化エントリを修復しますか？</translation>
    </message>
    <message>
        <source>Restore these things?</source>
        <translation>これらを元に戻しますか？</translation>
    </message>
    <message>
        <source>Remediate these things?</source>
        <translation>これらを修復しますか？</translation>
    </message>
    <message>
        <source>Do this on the device?</source>
        <translation>これをデバイスで実行しますか？</translation>
    </message>
    <message>
        <source>Move the file into the quarantine</source>
        <translation>ファイルを検疫に移す</translation>
    </message>
    <message>
        <source>Put the file back</source>
        <translation>ファイルを元の場所に戻す</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>行を取り除く</translation>
    </message>
    <message>
        <source>Put the line back</source>
        <translation>行を元に戻す</translation>
    </message>
    <message>
        <source>Stop the processes</source>
        <translation>プロセスを停止する</translation>
    </message>
    <message>
        <source>End the processes</source>
        <translation>プロセスを終了する</translation>
    </message>
    <message>
        <source>Look twice in 10 seconds whether it comes back</source>
        <translation>10 秒間に 2 回、再び現れないか確認する</translation>
    </message>
    <message>
        <source>Stop the unit</source>
        <translation>ユニットを停止する</translation>
    </message>
    <message>
        <source>Start the unit</source>
        <translation>ユニットを開始する</translation>
    </message>
    <message>
        <source>Mask the unit, so that nothing can start it</source>
        <translation>ユニットをマスクし、何からも開始できないようにする</translation>
    </message>
    <message>
        <source>Unmask the unit</source>
        <translation>ユニットのマスクを解除する</translation>
    </message>
    <message>
        <source>Have systemd read its units again</source>
        <translation>systemd にユニットを読み直させる</translation>
    </message>
    <message>
        <source>Cut the device off the network but for this service</source>
        <translation>このサービスとの通信を除き、デバイスをネットワークから切り離す</translation>
    </message>
    <message>
        <source>Let the device onto the network again</source>
        <translation>デバイスを再びネットワークに接続できるようにする</translation>
    </message>
    <message>
        <source>planned</source>
        <extracomment>of a step of a plan
----------
of an act</extracomment>
        <translation>予定</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>of a step of a plan
----------
of an act</extracomment>
        <translation>完了</translation>
    </message>
    <message>
        <source>was so already</source>
        <extracomment>of a step of a plan: nobody had to do anything</extracomment>
        <translation>すでにその状態</translation>
    </message>
    <message>
        <source>refused, nothing touched</source>
        <extracomment>of a step of a plan: what is there is not what was planned for, and nothing was touched</extracomment>
        <translation>拒否（手を付けていません）</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <extracomment>of a step of a plan: it was done, but nobody can see that it took
----------
of an act: it was done, but nobody can see that it took</extracomment>
        <translation>未確認</translation>
    </message>
    <message>
        <source>not reached</source>
        <extracomment>of a step of a plan: one before it was not done</extracomment>
        <translation>未実行</translation>
    </message>
    <message>
        <source>put back</source>
        <extracomment>of a file or line that was taken away</extracomment>
        <translation>元に戻しました</translation>
    </message>
    <message>
        <source>not back after 10 s</source>
        <extracomment>of what was ended: nothing of it was seen again</extracomment>
        <translation>10 秒後も再び現れていません</translation>
    </message>
    <message>
        <source>it is back</source>
        <extracomment>of what was ended: something brought it back</extracomment>
        <translation>再び現れました</translation>
    </message>
    <message>
        <source>under way</source>
        <extracomment>of an act: what came of it is not known yet</extracomment>
        <translation>実行中</translation>
    </message>
    <message>
        <source>done in part</source>
        <extracomment>of an act: not all of its steps were done</extracomment>
        <translation>一部のみ完了</translation>
    </message>
    <message>
        <source>nothing touched</source>
        <extracomment>of an act: none of its steps was done</extracomment>
        <translation>手を付けていません</translation>
    </message>
    <message>
        <source>undone</source>
        <extracomment>of an act that another one took back</extracomment>
        <translation>元に戻しました</translation>
    </message>
    <message>
        <source>undone in part</source>
        <extracomment>of an act that another one took back in part</extracomment>
        <translation>一部のみ元に戻しました</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>%1 is a list of names: &quot;a, b, c&quot;</extracomment>
        <translation>
            <numerusform>%1、ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>its inode number</source>
        <extracomment>of a file, in a list of what cannot be restored</extracomment>
        <translation>inode 番号</translation>
    </message>
    <message>
        <source>when it was created</source>
        <extracomment>of a file, in a list of what cannot be restored</extracomment>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>when its attributes were changed last</source>
        <extracomment>of a file, in a list of what cannot be restored: its ctime</extracomment>
        <translation>属性の最終変更日時</translation>
    </message>
    <message>
        <source>The service “%2” may start it again: %1.</source>
        <extracomment>%1 process ids, %2 a service</extracomment>
        <translation>サービス「%2」が再び開始する可能性があります：%1。</translation>
    </message>
    <message>
        <source>systemd starts it again when it ends (Restart=%2): %1.</source>
        <extracomment>%1 units, %2 a word of systemd</extracomment>
        <translation>終了すると systemd が再び開始します (Restart=%2)：%1。</translation>
    </message>
    <message>
        <source>The same program goes on in other processes, which may start it again (%1): %2. With -tree they are ended, too.</source>
        <extracomment>%1 process ids, %2 processes</extracomment>
        <translation>同じプログラムがほかのプロセスで動作を続け、再び開始する可能性があります (%1)：%2。-tree を付けるとこれらも終了します。</translation>
    </message>
    <message>
        <source>It may be started again (%1) by: %2.</source>
        <extracomment>%1 a unit, %2 units</extracomment>
        <translation>%1 は次のものから再び開始される可能性があります：%2。</translation>
    </message>
    <message>
        <source>An undo does not bring the processes back: what they had in memory is gone.</source>
        <translation>元に戻してもプロセスは戻りません：メモリの内容は失われます。</translation>
    </message>
    <message>
        <source>This program stays where it is, because its file cannot be kept: %1.</source>
        <extracomment>%1 paths</extracomment>
        <translation>ファイルを保管できないため、このプログラムはそのまま残ります：%1。</translation>
    </message>
    <message>
        <source>This stays where it is (%2): %1.</source>
        <extracomment>%1 paths, %2 why</extracomment>
        <translation>これはそのまま残ります (%2)：%1。</translation>
    </message>
    <message numerus="yes">
        <source>The file has other names, which stay: %1 (%n name(s) in all).</source>
        <extracomment>a file&apos;s hard links</extracomment>
        <translation>
            <numerusform>このファイルにはほかの名前があり、それらは残ります：%1（全部で %n 個）。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has other names, which stay: %1.</source>
        <extracomment>a file&apos;s hard links</extracomment>
        <translation>このファイルにはほかの名前があり、それらは残ります：%1。</translation>
    </message>
    <message>
        <source>Open in a process, which keeps what it has of it: %1 in %2.</source>
        <extracomment>%1 paths, %2 processes</extracomment>
        <translation>次のプロセスが開いており、開いている内容はそのまま使い続けられます：%1 (%2)。</translation>
    </message>
    <message>
        <source>An undo cannot restore %2 of: %1.</source>
        <extracomment>%1 paths, %2 facts</extracomment>
        <translation>元に戻しても復元できないもの：%2（対象：%1）。</translation>
    </message>
    <message>
        <source>This belongs to the system and stays, because others need it: %1.</source>
        <translation>システムのもので、ほかからも必要とされるため残ります：%1。</translation>
    </message>
    <message>
        <source>This came with the package “%2” and stays, because others need it: %1.</source>
        <extracomment>%1 paths, %2 a software package</extracomment>
        <translation>パッケージ「%2」のもので、ほかからも必要とされるため残ります：%1。</translation>
    </message>
    <message>
        <source>Units that have to do with %1: %2.</source>
        <extracomment>%1 a unit or program, %2 units</extracomment>
        <translation>%1 に関係するユニット：%2。</translation>
    </message>
    <message>
        <source>Runs in the container “%2”, whose runtime may start it again: %1.</source>
        <extracomment>%1 process ids, %2 a container</extracomment>
        <translation>コンテナー「%2」で動作しており、そのランタイムが再び開始する可能性があります：%1。</translation>
    </message>
    <message>
        <source>Something else is in this place now: %1.</source>
        <translation>この場所には今、別のものがあります：%1。</translation>
    </message>
    <message>
        <source>Still reachable: %1.</source>
        <extracomment>%1 addresses</extracomment>
        <translation>引き続き通信できる相手：%1。</translation>
    </message>
    <message numerus="yes">
        <source>A plan of %n step(s). Nothing was done.</source>
        <translation>
            <numerusform>%n 個の手順からなる計画です。何も実行していません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %n step(s) done.</source>
        <translation>
            <numerusform>元に戻しました：%n 個の手順が完了。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n step(s).</source>
        <translation>
            <numerusform>完了：%n 個の手順。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 steps done.</source>
        <extracomment>%1 is the number of all steps</extracomment>
        <translation>
            <numerusform>%1 個の手順のうち %n 個が完了。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変更していません。</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) failed.</source>
        <translation>
            <numerusform>%n 個の手順が失敗。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) refused.</source>
        <translation>
            <numerusform>%n 個の手順を拒否。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) not confirmed.</source>
        <translation>
            <numerusform>%n 個の手順が未確認。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) not reached.</source>
        <translation>
            <numerusform>%n 個の手順が未実行。</numerusform>
        </translation>
    </message>
    <message>
        <source>the plan that was looked at, by its hash: with any other plan nothing is done</source>
        <translation>確認した計画のハッシュ。計画がこれと異なるときは何も行いません</translation>
    </message>
    <message>
        <source>what “remediate persistence” calls it: the file, or the one line of it that says this</source>
        <translation>「remediate persistence」に渡す名前。ファイル、またはそれを書いたファイル内の 1 行</translation>
    </message>
    <message>
        <source>The connection to the service was lost before its answer came. See whether it was done before you try again.</source>
        <translation>応答が届く前に、サービスとの接続が切れました。もう一度試す前に、実行されていないか確かめてください。</translation>
    </message>
    <message>
        <source>The other side did not answer in time.</source>
        <translation>相手が時間内に応答しませんでした。</translation>
    </message>
    <message>
        <source>The device has not answered within %1: it may be busy, hung or out of reach. Nothing was changed.</source>
        <translation>デバイスは %1 以内に応答しませんでした。処理中か、停止しているか、接続できない可能性があります。何も変更していません。</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>step</comment>
        <extracomment>a step of an act: %1 what it does, %2 to what, %3 what came of it</extracomment>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>done, and kept no longer</source>
        <extracomment>of an act: what an undo would need is kept no longer</extracomment>
        <translation>完了、保管期限切れ</translation>
    </message>
    <message>
        <source>No definitions of artefacts came from the service, so no files are in the package: %1</source>
        <translation>サービスからアーティファクトの定義が届かなかったため、パッケージにファイルは含まれていません：%1</translation>
    </message>
    <message>
        <source>“%1” was not taken into the library: its line %2 is no definition of artefacts. Reason: %3</source>
        <translation>「%1」はライブラリに登録されませんでした。%2 行目がアーティファクトの定義ではありません。理由：%3</translation>
    </message>
    <message>
        <source>the part of the package: results of Sonde’s own commands, live_response, bodyfile, files, and the package itself</source>
        <translation>パッケージのどの部分か。Sonde 自身のコマンドの結果（results）、live_response、bodyfile、files、およびパッケージ自体（package）</translation>
    </message>
    <message>
        <source>what was collected: a command, or a definition of artefacts by its name</source>
        <translation>収集したもの。コマンド、またはアーティファクトの定義の名前</translation>
    </message>
    <message>
        <source>complete; partial, when something of it failed; failed; skipped, when the size or the time was used up</source>
        <translation>complete（完全）、partial（一部が失敗）、failed（失敗）、skipped（サイズまたは時間の上限に達したため省略）</translation>
    </message>
    <message>
        <source>how many files of the package it became</source>
        <translation>パッケージ内のファイル数</translation>
    </message>
    <message>
        <source>the length of their content; of the package what was downloaded, compressed</source>
        <translation>内容の長さ。パッケージについては、圧縮されたダウンロード サイズ</translation>
    </message>
    <message>
        <source>how long it took</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>how many things went wrong; each stands in errors.jsonl of the package, with its reason</source>
        <translation>問題の数。それぞれの理由はパッケージの errors.jsonl に記載されています</translation>
    </message>
    <message>
        <source>where in the package it lies</source>
        <translation>パッケージ内の場所</translation>
    </message>
    <message>
        <source>SHA-256 of the package, the same on the device, in the service and on your machine</source>
        <translation>パッケージの SHA-256。デバイス、サービス、お使いのコンピューターのどこでも同じです</translation>
    </message>
    <message>
        <source>of the package: profile, limits, which definitions it was made by; else the first things that went wrong</source>
        <translation>パッケージについては、プロファイル、上限、使用した定義。その他については、最初に起きた問題</translation>
    </message>
    <message>
        <source>Collects a forensic package and downloads it while it is made: what runs now, what starts by itself, the files that are worth keeping, and a time line of all of it.</source>
        <translation>フォレンジック パッケージを収集し、作成しながらダウンロードします。実行中のもの、自動的に起動するもの、保存する価値のあるファイル、そのすべてのタイムラインを含みます。</translation>
    </message>
    <message>
        <source>where the package is put on your computer: a folder in that of the downloads, or a whole path; it is made when it is not there</source>
        <translation>パッケージを保存するお使いのコンピューター上の場所。ダウンロード フォルダー内のフォルダー、または完全なパス。存在しない場合は作成されます</translation>
    </message>
    <message>
        <source>“triage” (the default) takes what an investigation begins with, “full” everything that the definitions name</source>
        <translation>「triage」（既定）は調査の出発点となるもの、「full」は定義にあるすべて</translation>
    </message>
    <message>
        <source>only files that were changed since then: a day as 2026-11-01, a time as 2026-11-01T10:00, or a span back from now as 12h, 7d</source>
        <translation>それ以降に変更されたファイルのみ。2026-11-01 のような日付、2026-11-01T10:00 のような日時、または 12h、7d のような現在からさかのぼる期間</translation>
    </message>
    <message>
        <source>how large the package may become, as 500M or 2G; without it 512M, and as large as the limit of “getfile” with “full”</source>
        <translation>パッケージの最大サイズ（500M、2G など）。指定しない場合は 512M、「full」では「getfile」の上限まで</translation>
    </message>
    <message>
        <source>how long it may take, as 90s or 10m, at most 3h; without it 10m, and 1h with “full”</source>
        <translation>かけてよい時間（90s、10m など、最大 3h）。指定しない場合は 10m、「full」では 1h</translation>
    </message>
    <message>
        <source>a package up to %1, unless the tenant has set another limit</source>
        <translation>%1 までのパッケージ（テナントが別の上限を設定していない場合）</translation>
    </message>
    <message>
        <source>Nothing was collected.</source>
        <translation>何も収集されませんでした。</translation>
    </message>
    <message>
        <source>what was sent of it is not kept on the device</source>
        <translation>送信済みの部分はデバイスに残っていません</translation>
    </message>
    <message>
        <source>it became shorter while it was read; zeros take the place of the rest</source>
        <translation>読み取り中に短くなったため、残りはゼロで埋められています</translation>
    </message>
    <message>
        <source>a link leads there, and only links of root are followed</source>
        <translation>リンクを経由する場所であり、たどるのは root のリンクだけです</translation>
    </message>
    <message>
        <source>The service has the content of “%1” no more. Upload it to the library again.</source>
        <translation>サービスに「%1」の内容はもうありません。もう一度ライブラリにアップロードしてください。</translation>
    </message>
    <message>
        <source>“%1” was deleted from the library meanwhile.</source>
        <translation>「%1」はその間にライブラリから削除されました。</translation>
    </message>
    <message>
        <source>The service has not all of the output of the command %1.</source>
        <translation>サービスに、コマンド %1 の出力のすべてはありません。</translation>
    </message>
    <message>
        <source>The library has no version %2 of “%1”.</source>
        <translation>ライブラリに「%1」のバージョン %2 はありません。</translation>
    </message>
    <message>
        <source>The connection was cut while a file was on its way.</source>
        <translation>ファイルの転送中に接続が切れました。</translation>
    </message>
    <message>
        <source>“%1” was not stored, because the same content was deleted at this moment. Upload it again.</source>
        <translation>同じ内容がちょうど削除されたため、「%1」は保存されませんでした。もう一度アップロードしてください。</translation>
    </message>
    <message>
        <source>%1 Reason: %2</source>
        <comment>as it was said</comment>
        <extracomment>%2 in the words of a system or a program, which are English</extracomment>
        <translation>%1 理由（原文）：「%2」</translation>
    </message>
    <message>
        <source>it is too short</source>
        <translation>短すぎます</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>長すぎます</translation>
    </message>
    <message>
        <source>the sign-in has ended</source>
        <translation>サインインの期限が切れています</translation>
    </message>
    <message>
        <source>this is no name</source>
        <translation>名前として使えません</translation>
    </message>
    <message>
        <source>the ticket was used before, or is too old</source>
        <translation>チケットは使用済みか、期限が切れています</translation>
    </message>
    <message>
        <source>the transfer was given up</source>
        <translation>転送は中止されました</translation>
    </message>
    <message>
        <source>the service has its content no more</source>
        <translation>サービスにその内容はもうありません</translation>
    </message>
    <message>
        <source>it was deleted meanwhile</source>
        <translation>その間に削除されました</translation>
    </message>
    <message>
        <source>it has another size than was said</source>
        <translation>サイズが申告と異なります</translation>
    </message>
    <message>
        <source>too many commands run in this session</source>
        <translation>このセッションで実行中のコマンドが多すぎます</translation>
    </message>
    <message>
        <source>the connection was cut</source>
        <translation>接続が切れました</translation>
    </message>
    <message>
        <source>there was no TLS handshake</source>
        <translation>TLS ハンドシェイクが成立しませんでした</translation>
    </message>
    <message>
        <source>the reply lacks what it should hold</source>
        <translation>応答に必要な内容がありません</translation>
    </message>
    <message>
        <source>the system’s OpenSSL refuses the cipher</source>
        <translation>システムの OpenSSL がこの暗号方式を拒否しました</translation>
    </message>
    <message>
        <source>a piece of it was cut short</source>
        <translation>途中で切れている部分があります</translation>
    </message>
    <message>
        <source>its manifest is no JSON</source>
        <translation>マニフェストが JSON ではありません</translation>
    </message>
    <message>
        <source>its output is made here and not written to files</source>
        <translation>出力はここで作られ、ファイルには書き込まれません</translation>
    </message>
    <message>
        <source>it leads out of the download folder</source>
        <translation>ダウンロード フォルダーの外を指しています</translation>
    </message>
    <message>
        <source>the service has not all of the output</source>
        <translation>サービスに出力のすべてはありません</translation>
    </message>
    <message>
        <source>the answer holds no plan</source>
        <translation>応答に計画がありません</translation>
    </message>
    <message>
        <source>there is no such setting</source>
        <translation>そのような設定はありません</translation>
    </message>
    <message>
        <source>the device has not said that it stopped</source>
        <translation>デバイスから停止の確認がありません</translation>
    </message>
    <message>
        <source>Not everything is in the package: at “%1” its size reached %2. Its summary says what is missing; “-size” allows more.</source>
        <translation>パッケージにはすべてが含まれていません。「%1」でサイズの上限 %2 に達しました。不足分はパッケージの概要に記載されています。「-size」で上限を上げられます。</translation>
    </message>
    <message>
        <source>Not everything is in the package: at “%1” the time for it, %2, was over. Its summary says what is missing; “-time” allows more.</source>
        <translation>パッケージにはすべてが含まれていません。「%1」に割り当てられた時間 %2 が過ぎました。不足分はパッケージの概要に記載されています。「-time」で上限を上げられます。</translation>
    </message>
    <message>
        <source>Somebody hides the process %1: something is mounted over its folder in /proc.</source>
        <translation>プロセス %1 は隠されています。/proc にあるそのフォルダーの上に、別のものがマウントされています。</translation>
    </message>
    <message>
        <source>“%1” is too long for this system: a name in it has more than 255 bytes, or the path has more than 4,095.</source>
        <translation>「%1」はこのシステムには長すぎます。名前の 1 つが 255 バイトを超えているか、パスが 4,095 バイトを超えています。</translation>
    </message>
    <message>
        <source>tcp, udp, raw, sctp…, with a 6 for IPv6; packet, netlink, vsock, or the kind of Unix socket</source>
        <translation>tcp、udp、raw、sctp など（IPv6 は末尾に 6）、packet、netlink、vsock、または Unix ソケットの種類</translation>
    </message>
    <message>
        <source>what families without addresses have instead: the network interface and protocol a socket listens to, the ends of a virtual machine’s socket…</source>
        <translation>アドレスのないファミリーが代わりに持つ情報：ソケットが待ち受けるネットワーク インターフェイスとプロトコル、仮想マシンのソケットの両端など</translation>
    </message>
    <message>
        <source>what it starts: command and arguments of each action, and what cron writes to its standard input</source>
        <translation>開始するもの：各操作のコマンドと引数、および cron が標準入力に渡す内容</translation>
    </message>
    <message>
        <source>the variables that are set for it where it is written; SHELL, BASH_ENV and the like decide what runs</source>
        <translation>記述されている場所で設定される変数。SHELL や BASH_ENV などは、何が実行されるかを左右します</translation>
    </message>
    <message>
        <source>the time zone that is written for its schedule; Debian’s cron does not know it and goes by the device’s</source>
        <translation>スケジュールに記述されたタイム ゾーン。Debian の cron はこれを認識せず、デバイスのタイム ゾーンに従います</translation>
    </message>
    <message>
        <source>the package that owns the file; empty when none does</source>
        <translation>ファイルを所有するパッケージ。どのパッケージも所有しない場合は空</translation>
    </message>
    <message>
        <source>whether packages account for it: the file and what it starts are theirs and unchanged; empty where the device has no database of packages</source>
        <translation>パッケージで説明がつくかどうか。ファイルとそれが開始するものがパッケージのもので、変更されていない場合です。パッケージのデータベースがないデバイスでは空</translation>
    </message>
    <message>
        <source>the number of the technique in MITRE ATT&amp;CK, if somebody put it there on purpose</source>
        <translation>誰かが意図して置いた場合に当たる MITRE ATT&amp;CK の手法の番号</translation>
    </message>
    <message>
        <source>the files it starts or loads with their packages; of those that none accounts for, the SHA-256 and the first lines</source>
        <translation>開始または読み込むファイルとそのパッケージ。パッケージで説明がつかないものは SHA-256 と先頭の行</translation>
    </message>
    <message>
        <source>Process ID</source>
        <translation>プロセス ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>User</source>
        <translation>ユーザー</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>開始日時</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>プログラム</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>コマンド ライン</translation>
    </message>
    <message>
        <source>With all that they start</source>
        <translation>開始したものもすべて</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>プロセス</translation>
    </message>
    <message>
        <source>These run on</source>
        <translation>引き続き動くもの</translation>
    </message>
    <message>
        <source>Whoever runs</source>
        <translation>これを実行しているもの</translation>
    </message>
    <message>
        <source>Whoever is started as</source>
        <translation>このコマンドで開始されたもの</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Line number</source>
        <translation>行番号</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>ユニット</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>マスクされたもの</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>パス</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Inode</source>
        <translation>inode 番号</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>更新日時</translation>
    </message>
    <message>
        <source>Attributes changed</source>
        <translation>属性の変更日時</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>作成日時</translation>
    </message>
    <message>
        <source>Processes found</source>
        <translation>見つかったプロセス</translation>
    </message>
    <message>
        <source>Control groups</source>
        <translation>コントロール グループ</translation>
    </message>
    <message>
        <source>Programs kept, whose files were gone</source>
        <translation>保管したプログラム（ファイルは既になし）</translation>
    </message>
    <message>
        <source>Sealed in the quarantine</source>
        <translation>検疫内で封印済み</translation>
    </message>
    <message>
        <source>Before it was</source>
        <translation>変更前の状態</translation>
    </message>
    <message>
        <source>Now it is</source>
        <translation>現在の状態</translation>
    </message>
    <message>
        <source>systemd calls it</source>
        <translation>systemd での状態</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>元に戻せなかったもの</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Reachable: the service</source>
        <translation>到達可能：サービス</translation>
    </message>
    <message>
        <source>Reachable by policy</source>
        <translation>ポリシーにより到達可能</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>time of the last change</source>
        <translation>最終更新日時</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>フラグ</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>モード</translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln フォルダー</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln ファイル</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <extracomment>%1 a number, %2 &quot;7 files&quot;: how much of them</extracomment>
        <translation>%2 の %1 %</translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>the value of a fact, as in &quot;Sealed in the quarantine: yes&quot;</extracomment>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>The processes stay ended; nothing starts them again: %1.</source>
        <extracomment>%1 process ids</extracomment>
        <translation>プロセスは終了したままです。再び開始されることはありません：%1。</translation>
    </message>
    <message>
        <source>The baseline “%1” holds no rows of “%2”, but of: %3. Run “%2” without parameters, then “baseline save %1” adds them.</source>
        <translation>ベースライン「%1」には「%2」の行がありません。含まれるもの：%3。「%2」をパラメーターなしで実行してから「baseline save %1」と入力すると追加されます。</translation>
    </message>
    <message>
        <source>There is no baseline “%1” of “%2”. There are: %3. “baseline save &lt;name&gt;” saves one.</source>
        <translation>「%2」のベースライン「%1」はありません。次のものがあります：%3。「baseline save &lt;name&gt;」で保存できます。</translation>
    </message>
    <message>
        <source>There is no baseline “%1”. Type “baseline” for the list.</source>
        <translation>ベースライン「%1」はありません。一覧を見るには「baseline」と入力してください。</translation>
    </message>
    <message>
        <source>“%1” is no baseline, or not a whole one: nothing was compared with it.</source>
        <translation>「%1」はベースラインではないか、不完全です。比較は行われませんでした。</translation>
    </message>
    <message>
        <source>There is nothing to save as “%1”: this session has no whole answer yet. Run “processes”, “services” or another of these commands without parameters first.</source>
        <translation>「%1」として保存するものがありません。このセッションにはまだ完全な結果がありません。先に「processes」「services」などのコマンドをパラメーターなしで実行してください。</translation>
    </message>
    <message>
        <source>“%1” does not say whose rows it holds: a baseline is called ….processes.baseline, ….services.baseline and so on.</source>
        <translation>「%1」という名前では、どのコマンドの行なのか分かりません。ベースラインには ….processes.baseline、….services.baseline のような名前を付けてください。</translation>
    </message>
    <message numerus="yes">
        <source>The package is not whole: %n problem(s). The column “problems” says where; its files summary.json and errors.jsonl list each.</source>
        <translation>
            <numerusform>パッケージは完全ではありません：問題が %n 件あります。どこで起きたかは「problems」列に、個々の問題はパッケージ内の summary.json と errors.jsonl に示されています。</numerusform>
        </translation>
    </message>
    <message>
        <source>new, gone or changed since the baseline; only with “-baseline”, which shows nothing else</source>
        <translation>ベースライン以降に新しい、なくなった、または変わったもの。「-baseline」を付けたときだけの列で、そのときはほかの行は表示されません</translation>
    </message>
    <message>
        <source>what its changed columns were in the baseline, by their names</source>
        <translation>変わった列のベースラインでの値（列の名前ごと）</translation>
    </message>
    <message>
        <source>what the baseline is called</source>
        <translation>ベースラインの名前</translation>
    </message>
    <message>
        <source>the command whose answer it holds</source>
        <translation>どのコマンドの結果か</translation>
    </message>
    <message>
        <source>the device that answered</source>
        <translation>結果を返したデバイス</translation>
    </message>
    <message>
        <source>when the device had answered</source>
        <translation>デバイスが結果を返した日時</translation>
    </message>
    <message>
        <source>how many rows it holds</source>
        <translation>含まれる行の数</translation>
    </message>
    <message>
        <source>who saved it</source>
        <translation>保存したユーザー</translation>
    </message>
    <message>
        <source>the number of the command that was answered</source>
        <translation>結果を返したコマンドの番号</translation>
    </message>
    <message>
        <source>the file of the library that it is</source>
        <translation>ライブラリでのファイル名</translation>
    </message>
    <message>
        <source>Sonde’s own results</source>
        <extracomment>a part of a package: the rows of Sonde&apos;s own commands</extracomment>
        <translation>Sonde 自身の結果</translation>
    </message>
    <message>
        <source>programs and kernel</source>
        <extracomment>a part of a package: what the device&apos;s programs print, and what the kernel says</extracomment>
        <translation>プログラムとカーネル</translation>
    </message>
    <message>
        <source>body file</source>
        <extracomment>a part of a package: the list of all files with their times</extracomment>
        <translation>bodyfile</translation>
    </message>
    <message>
        <source>files</source>
        <extracomment>a part of a package</extracomment>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>time line</source>
        <extracomment>a part of a package</extracomment>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>waiting for the connection</source>
        <extracomment>what time was spent on while a package was made: nobody took what was made</extracomment>
        <translation>接続待ち</translation>
    </message>
    <message>
        <source>a library file with the certificate of a case (PEM): the package is encrypted on the device, and only the case’s private key opens it: openssl cms -decrypt -inform DER -binary -in PACKAGE -inkey KEY -out package.tar.gz</source>
        <translation>事件の証明書（PEM）が入ったライブラリ ファイル。パッケージはデバイス上で暗号化され、その事件の秘密鍵でのみ開けます：openssl cms -decrypt -inform DER -binary -in PACKAGE -inkey KEY -out package.tar.gz</translation>
    </message>
    <message>
        <source>the name of a baseline: only what differs from it is shown. What is another one at each start, such as process IDs and start times, is not compared</source>
        <translation>ベースラインの名前。それと異なるものだけが表示されます。プロセス ID や開始日時のように起動のたびに変わるものは比較しません</translation>
    </message>
    <message>
        <source>“list” (the default), “save” what this session was last told by each of these commands, or “delete”</source>
        <translation>「list」（既定）、このセッションで各コマンドから最後に得た結果を保存する「save」、または「delete」</translation>
    </message>
    <message>
        <source>the baseline; saved again under the same name it gets another version</source>
        <translation>ベースライン。同じ名前で再び保存すると、新しいバージョンになります</translation>
    </message>
    <message>
        <source>No baseline was saved.</source>
        <translation>ベースラインは保存されていません。</translation>
    </message>
    <message>
        <source>Nothing differs from the baseline “%1”.</source>
        <translation>ベースライン「%1」と異なるものはありません。</translation>
    </message>
    <message>
        <source>completed in part</source>
        <extracomment>outcome of a command that ran to its end, and could not do or see all that was asked for</extracomment>
        <translation>一部のみ完了</translation>
    </message>
    <message>
        <source>That was too much in a short time. Nothing was done. Try again in %1 s.</source>
        <translation>短時間に要求が集中しました。何も実行していません。%1 秒後にもう一度お試しください。</translation>
    </message>
    <message>
        <source>This is a session of %1. Only they and administrators can read it or work in it.</source>
        <translation>これは %1 のセッションです。閲覧や操作ができるのは、本人と管理者だけです。</translation>
    </message>
    <message>
        <source>In what could be seen, nothing differs from the baseline “%1”.</source>
        <translation>確認できた範囲では、ベースライン「%1」と異なるものはありません。</translation>
    </message>
    <message>
        <source>“%1” was not wholly looked at: it holds more than %2, and no more is looked at. Look into it by itself.</source>
        <translation>「%1」には %2 件を超える項目があり、それ以降は調べていません。個別に確認してください。</translation>
    </message>
    <message>
        <source>“%1” was not read, and others may not have been: of files that nothing vouches for no more than %2 is read. Look into it by itself.</source>
        <translation>「%1」は読み取っていません。ほかにも読み取っていないものがある可能性があります。正当性を確認できないファイルは %2 までしか読み取りません。個別に確認してください。</translation>
    </message>
    <message>
        <source>“%1” was not touched: it holds much more than what starts something. Name the line that is to be taken away, for the twelfth one: “remediate persistence %1:12”.</source>
        <translation>「%1」には手を付けていません。何かを開始する記述のほかにも多くの内容が含まれています。取り除く行を指定してください。12 行目の場合：「remediate persistence %1:12」。</translation>
    </message>
    <message>
        <source>how the system follows it: simple, oneshot, forking…; sysv and openrc are scripts, and upstart, runit, s6 and dinit other programs that start services</source>
        <translation>システムの管理方式：simple、oneshot、forking など。sysv と openrc はスクリプト、upstart、runit、s6、dinit はサービスを開始する別のプログラム</translation>
    </message>
    <message>
        <source>what kind of driver it is; on Linux a kernel module, one that hides itself from the list of modules (hidden), or built into the kernel</source>
        <translation>ドライバーの種類。Linux ではカーネル モジュール、モジュールの一覧から自身を隠しているもの (hidden)、またはカーネルに組み込み</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>“%1” was not taken into the library: checking it took more time or memory than there is for that, or brought the checker down. Split it into several files.</source>
        <translation>「%1」はライブラリに登録されませんでした：検査に許された時間またはメモリを超えたか、検査プロセスが異常終了しました。複数のファイルに分けてください。</translation>
    </message>
    <message>
        <source>memory</source>
        <extracomment>a part of a package: an image of the device&apos;s memory</extracomment>
        <translation>メモリ</translation>
    </message>
    <message numerus="yes">
        <source>%1 The agent was restarted after %Ln file(s); the scan went on from there.</source>
        <extracomment>%1 the sentences before; of a scan</extracomment>
        <translation>
            <numerusform>%1 %Ln ファイルの時点でエージェントが再起動されましたが、スキャンはそこから続きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists the baselines of the library, and saves the latest whole answers of this session as one: processes, services, connections, drivers, scheduled tasks and persistence. “-baseline &lt;name&gt;” at one of these commands then shows only what is new, gone or changed, on this device or on another. A security administrator saves and deletes them, as all files of the library.</source>
        <translation>ライブラリのベースラインを一覧表示します。また、このセッションで得た最新の完全な結果（プロセス、サービス、接続、ドライバー、スケジュールされたタスク、永続化）をベースラインとして保存します。その後、これらのコマンドに「-baseline &lt;name&gt;」を付けると、このデバイスでも別のデバイスでも、新しいもの、なくなったもの、変わったものだけが表示されます。保存と削除は、ライブラリの他のファイルと同じく、セキュリティ管理者が行います。</translation>
    </message>
    <message>
        <source>Lists the files in the library, or deletes one, which a security administrator may.</source>
        <translation>ライブラリのファイルを一覧表示します。削除はセキュリティ管理者だけができます。</translation>
    </message>
    <message>
        <source>Scans files with ClamAV, with the library’s YARA rules and with its lists of hashes. When the agent is restarted meanwhile, the scan goes on where it was.</source>
        <translation>ClamAV と、ライブラリの YARA ルールおよびハッシュの一覧でファイルをスキャンします。途中でエージェントが再起動されても、スキャンは中断したところから続きます。</translation>
    </message>
    <message>
        <source>also take an image of the memory (LiME), where the device’s kernel lets it be read; “-size” has to have room for all of it</source>
        <translation>デバイスのカーネルが読み取りを許す場合、メモリ イメージ（LiME 形式）も取得します。「-size」は全体が収まる大きさにしてください</translation>
    </message>
    <message>
        <source>nobody would be left who administers users</source>
        <translation>ユーザーを管理できる人がいなくなります</translation>
    </message>
    <message>
        <source>the journal ends before this entry, which it had</source>
        <translation>以前はあったこの記録より前で、ジャーナルが終わっています</translation>
    </message>
    <message>
        <source>this entry is another one than it was</source>
        <translation>この記録は以前のものと異なります</translation>
    </message>
    <message>
        <source>it is no line that “journal --head” printed</source>
        <translation>「journal --head」が出力した行ではありません</translation>
    </message>
    <message>
        <source>This file was not sent: %1 are on their way already, and no more are sent at the same time. Try again when one has arrived.</source>
        <translation>このファイルは送られませんでした：すでに %1 件を転送中で、同時にこれ以上は送られません。1 件が届いてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>“%1” does not fit here. Possible values: %2</source>
        <translation>「%1」をここでは使えません。使える値：%2</translation>
    </message>
    <message>
        <source>“%1” takes a number from %2 to %3.</source>
        <translation>「%1」には %2 から %3 までの数を指定します。</translation>
    </message>
    <message>
        <source>Not everything could be read. In what could: %1</source>
        <extracomment>%1 is a sentence: There is no file “x” in “/y” or below.</extracomment>
        <translation>一部は読み取れませんでした。読み取れた範囲では：%1</translation>
    </message>
    <message>
        <source>“%1” needs the permission “%2”, which your role does not give. The role “%3” gives it; a global administrator can change yours.</source>
        <translation>「%1」にはアクセス許可「%2」が必要ですが、あなたのロールにはありません。ロール「%3」にはあります。グローバル管理者がロールを変更できます。</translation>
    </message>
    <message>
        <source>The device group “%1” has the automation level “No automated response”: there is no live response. Whoever manages device groups can change it.</source>
        <translation>デバイス グループ「%1」の自動修復レベルは「自動応答なし」で、ライブ応答を使用できません。デバイス グループを管理する人が変更できます。</translation>
    </message>
    <message>
        <source>This device never does “%1”, whoever asks: its own configuration says so. Only its administrator can change that, on the device.</source>
        <translation>このデバイスは、誰が求めても「%1」を実行しません。デバイス自身の構成で禁止されています。変更できるのは、デバイス上でその管理者だけです。</translation>
    </message>
    <message>
        <source>This needs the permission “%1”, which the role “%2” gives. A global administrator can give it to you.</source>
        <translation>アクセス許可「%1」が必要です。ロール「%2」に含まれています。グローバル管理者に割り当てを依頼してください。</translation>
    </message>
    <message>
        <source>This needs the permission “%1”, and your role does not give it for the device group “%2”. A global administrator can change that.</source>
        <translation>アクセス許可「%1」が必要ですが、あなたのロールではデバイス グループ「%2」に対して許可されていません。グローバル管理者が変更できます。</translation>
    </message>
    <message>
        <source>This needs the permission “%1” for the whole tenant; your role gives it for some device groups only. A global administrator can change that.</source>
        <translation>テナント全体に対するアクセス許可「%1」が必要ですが、あなたのロールでは一部のデバイス グループに対してだけ許可されています。グローバル管理者が変更できます。</translation>
    </message>
    <message>
        <source>There is no device group “%1”.</source>
        <translation>デバイス グループ「%1」はありません。</translation>
    </message>
    <message>
        <source>There is already a device group “%1”. Choose another name.</source>
        <translation>デバイス グループ「%1」は既にあります。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>The device group “%1” cannot be removed: these roles are for it: %2. Change them first.</source>
        <translation>デバイス グループ「%1」は削除できません。次のロールの対象になっています：%2。先にロールを変更してください。</translation>
    </message>
    <message>
        <source>“%1” was not taken: %2 are kept already, and the quota of this tenant is %3. A security administrator can change it in the settings.</source>
        <translation>「%1」は受け入れられませんでした。既に %2 が保存されており、このテナントのクォータは %3 です。セキュリティ管理者が設定で変更できます。</translation>
    </message>
    <message>
        <source>There is no role “%1”.</source>
        <translation>ロール「%1」はありません。</translation>
    </message>
    <message>
        <source>There is already a role “%1”. Choose another name.</source>
        <translation>ロール「%1」は既にあります。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>The role “%1” cannot be removed: these users have it: %2. Give them another one first.</source>
        <translation>ロール「%1」は削除できません。次のユーザーに割り当てられています：%2。先に別のロールを割り当ててください。</translation>
    </message>
    <message>
        <source>The device group allows live response</source>
        <translation>デバイス グループでライブ応答が許可されています</translation>
    </message>
    <message>
        <source>Permission: %1</source>
        <extracomment>what somebody must be allowed to use this command</extracomment>
        <translation>アクセス許可：%1</translation>
    </message>
    <message>
        <source>(your role does not give it here; a global administrator can change that)</source>
        <translation>（あなたのロールでは、ここで許可されていません。グローバル管理者が変更できます）</translation>
    </message>
    <message>
        <source>it is a built-in role, which nobody can change</source>
        <translation>組み込みのロールで、誰も変更できません</translation>
    </message>
    <message>
        <source>it is the group of the devices that no other takes</source>
        <translation>ほかのどのグループにも属さないデバイスのグループです</translation>
    </message>
    <message>
        <source>nobody has changed it</source>
        <translation>まだ誰も変更していません</translation>
    </message>
    <message>
        <source>it is no certificate in PEM</source>
        <translation>PEM 形式の証明書ではありません</translation>
    </message>
    <message>
        <source>a rule without any value takes no device</source>
        <translation>値のない規則に当てはまるデバイスはありません</translation>
    </message>
    <message>
        <source>The automation level of ungrouped devices; with “none” there is no live response.</source>
        <translation>グループ化されていないデバイスの自動修復レベル。「none」ではライブ応答を使用できません。</translation>
    </message>
    <message>
        <source>How much all files of the library may take together.</source>
        <translation>ライブラリのすべてのファイルに使用できる合計の容量。</translation>
    </message>
    <message>
        <source>How much all files brought from devices may take together.</source>
        <translation>デバイスから取得したすべてのファイルに使用できる合計の容量。</translation>
    </message>
    <message>
        <source>responder</source>
        <extracomment>a role</extracomment>
        <translation>レスポンダー</translation>
    </message>
    <message>
        <source>analyst</source>
        <extracomment>a role</extracomment>
        <translation>アナリスト</translation>
    </message>
    <message>
        <source>Ungrouped devices</source>
        <translation>グループ化されていないデバイス</translation>
    </message>
    <message>
        <source>No automated response</source>
        <translation>自動応答なし</translation>
    </message>
    <message>
        <source>Semi – require approval for all folders</source>
        <translation>半自動 – すべてのフォルダーで承認が必要</translation>
    </message>
    <message>
        <source>Semi – require approval for core folders</source>
        <translation>半自動 – コア フォルダーで承認が必要</translation>
    </message>
    <message>
        <source>Semi – require approval for non-temp folders</source>
        <translation>半自動 – 一時フォルダー以外で承認が必要</translation>
    </message>
    <message>
        <source>Full – remediate threats automatically</source>
        <translation>完全 – 脅威を自動的に修復</translation>
    </message>
    <message>
        <source>read security data</source>
        <translation>セキュリティ データの読み取り</translation>
    </message>
    <message>
        <source>basic live response</source>
        <translation>基本的なライブ応答</translation>
    </message>
    <message>
        <source>advanced live response</source>
        <translation>高度なライブ応答</translation>
    </message>
    <message>
        <source>response</source>
        <extracomment>a permission: to isolate, remediate and undo</extracomment>
        <translation>対応</translation>
    </message>
    <message>
        <source>file collection</source>
        <translation>ファイル収集</translation>
    </message>
    <message>
        <source>manage core security settings</source>
        <translation>コア セキュリティ設定の管理</translation>
    </message>
    <message>
        <source>manage authorization</source>
        <extracomment>a permission: users, roles and device groups</extracomment>
        <translation>承認の管理</translation>
    </message>
    <message>
        <source>read activity</source>
        <translation>アクティビティの読み取り</translation>
    </message>
    <message>
        <source>use the library</source>
        <translation>ライブラリの使用</translation>
    </message>
    <message>
        <source>manage the library</source>
        <translation>ライブラリの管理</translation>
    </message>
    <message>
        <source>, </source>
        <comment>list</comment>
        <extracomment>between the parts of a list: &quot;a, b, c&quot;</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>Service started</source>
        <translation>サービスの開始</translation>
    </message>
    <message>
        <source>Service stopped</source>
        <translation>サービスの停止</translation>
    </message>
    <message>
        <source>User added</source>
        <translation>ユーザーの追加</translation>
    </message>
    <message>
        <source>User changed</source>
        <translation>ユーザーの変更</translation>
    </message>
    <message>
        <source>User signed out by an administrator</source>
        <translation>管理者によるユーザーのサインアウト</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>サインインの拒否</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>サインアウト</translation>
    </message>
    <message>
        <source>Enrolment token made</source>
        <translation>登録トークンの作成</translation>
    </message>
    <message>
        <source>Device enrolled</source>
        <translation>デバイスの登録</translation>
    </message>
    <message>
        <source>Device removed</source>
        <translation>デバイスの削除</translation>
    </message>
    <message>
        <source>Device online</source>
        <translation>デバイスのオンライン化</translation>
    </message>
    <message>
        <source>Device offline</source>
        <translation>デバイスのオフライン化</translation>
    </message>
    <message>
        <source>Another connection took over</source>
        <translation>別の接続への引き継ぎ</translation>
    </message>
    <message>
        <source>Certificate renewed</source>
        <translation>証明書の更新</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>接続の拒否</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>設定の変更</translation>
    </message>
    <message>
        <source>Session started</source>
        <translation>セッションの開始</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>セッションの終了</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Line refused</source>
        <translation>コマンド ラインの拒否</translation>
    </message>
    <message>
        <source>Command cancelled</source>
        <translation>コマンドのキャンセル</translation>
    </message>
    <message>
        <source>File found</source>
        <translation>ファイルの検出</translation>
    </message>
    <message>
        <source>Evidence stored</source>
        <translation>証拠の保存</translation>
    </message>
    <message>
        <source>Evidence downloaded</source>
        <translation>証拠のダウンロード</translation>
    </message>
    <message>
        <source>Library file stored</source>
        <translation>ライブラリ ファイルの保存</translation>
    </message>
    <message>
        <source>Library file deleted</source>
        <translation>ライブラリ ファイルの削除</translation>
    </message>
    <message>
        <source>Change of the device begun</source>
        <translation>デバイスの変更の開始</translation>
    </message>
    <message>
        <source>Change of the device ended</source>
        <translation>デバイスの変更の終了</translation>
    </message>
    <message>
        <source>Isolation changed</source>
        <translation>分離状態の変更</translation>
    </message>
    <message>
        <source>Release code made</source>
        <translation>解除コードの作成</translation>
    </message>
    <message>
        <source>Clock set back</source>
        <translation>時計の巻き戻し</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>ロールの変更</translation>
    </message>
    <message>
        <source>Device group changed</source>
        <translation>デバイス グループの変更</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>タグの変更</translation>
    </message>
    <message>
        <source>Live response for this server changed</source>
        <translation>このサーバーでのライブ応答の変更</translation>
    </message>
    <message>
        <source>Trusted publisher changed</source>
        <translation>信頼された発行元の変更</translation>
    </message>
    <message>
        <source>The journal is not what it was</source>
        <translation>ジャーナルが以前と異なる</translation>
    </message>
    <message>
        <source>underway</source>
        <extracomment>outcome of something that was done</extracomment>
        <translation>実行中</translation>
    </message>
    <message>
        <source>refused</source>
        <extracomment>outcome of something that was done: it never ran, or touched nothing</extracomment>
        <translation>拒否</translation>
    </message>
    <message>
        <source>On this device “%1” needs the approval of a second person, who has to see what would be done: type the line with -plan first, then with -approve and the number of that plan. Nothing was run.</source>
        <translation>このデバイスでは「%1」に別の人の承認が必要で、承認者は何が行われるかを確認しなければなりません。先に -plan を付けて入力し、次に -approve とその計画の番号を付けて入力してください。何も実行されていません。</translation>
    </message>
    <message>
        <source>%1 has denied “%2”. Nothing was run.</source>
        <translation>%1 が「%2」を拒否しました。何も実行されていません。</translation>
    </message>
    <message>
        <source>Nobody approved “%1” in time, so it was denied. Nothing was run. Type it again when somebody can look at it.</source>
        <translation>「%1」は時間内に承認されなかったため、拒否されました。何も実行されていません。確認できる人がいるときに、もう一度入力してください。</translation>
    </message>
    <message>
        <source>What was approved is not what would be done now: “%1” has changed meanwhile. Nothing was run. Type the line again.</source>
        <translation>承認された内容は、今行われる内容と異なります：「%1」がその間に変わりました。何も実行されていません。もう一度入力してください。</translation>
    </message>
    <message>
        <source>The command %1 waits for nobody&apos;s approval: it was decided already, or given up.</source>
        <translation>コマンド %1 は承認を待っていません。すでに決定されたか、取り下げられました。</translation>
    </message>
    <message>
        <source>You cannot take the role “%1” for a time. Whoever manages authorization can make you eligible for it.</source>
        <translation>ロール「%1」を期間限定で取得することはできません。権限を管理する人が、取得できるように設定できます。</translation>
    </message>
    <message>
        <source>nobody decides about what they themselves asked for</source>
        <translation>自分が依頼したことを自分で決めることはできません</translation>
    </message>
    <message>
        <source>it needs approval, so somebody has to type it</source>
        <translation>承認が必要なため、人が入力しなければなりません</translation>
    </message>
    <message>
        <source>a role that was granted for a time grants nothing to others</source>
        <translation>期間限定のロールでは、他の人に何も付与できません</translation>
    </message>
    <message>
        <source>this account is armed only at the service’s own console</source>
        <translation>このアカウントは、サービス自身のコンソールでのみ有効にできます</translation>
    </message>
    <message>
        <source>a reason has to be given</source>
        <translation>理由が必要です</translation>
    </message>
    <message>
        <source>What a second person has to approve, on all devices; device groups can name more.</source>
        <translation>すべてのデバイスで別の人の承認が必要なもの。デバイス グループでさらに追加できます。</translation>
    </message>
    <message>
        <source>How long a command waits for approval until it is denied.</source>
        <translation>コマンドが承認を待つ時間。過ぎると拒否されます。</translation>
    </message>
    <message>
        <source>VERB [-FLAG], separated by commas</source>
        <extracomment>an example is: remediate, collect -memory</extracomment>
        <translation>VERB [-FLAG] (コンマ区切り)</translation>
    </message>
    <message>
        <source>waiting for approval</source>
        <extracomment>State of a command: a second person has to approve it</extracomment>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>approve commands</source>
        <extracomment>a permission: to be the second person whom what others type needs</extracomment>
        <translation>コマンドの承認</translation>
    </message>
    <message>
        <source>Role taken for a time</source>
        <translation>期間限定でロールを取得</translation>
    </message>
    <message>
        <source>Role for a time ended</source>
        <translation>期間限定のロールが終了</translation>
    </message>
    <message>
        <source>Approval asked for</source>
        <translation>承認を依頼</translation>
    </message>
    <message>
        <source>Approval decided</source>
        <translation>承認の可否を決定</translation>
    </message>
    <message>
        <source>Break-glass account armed</source>
        <translation>緊急用アカウントを有効化</translation>
    </message>
    <message>
        <source>Break-glass account used</source>
        <translation>緊急用アカウントを使用</translation>
    </message>
    <message>
        <source>Break-glass account ended</source>
        <translation>緊急用アカウントが終了</translation>
    </message>
    <message>
        <source>Enrolment token withdrawn</source>
        <translation>登録トークンの失効</translation>
    </message>
    <message>
        <source>This needs the permission “%1”, which the role “%2” gives only after a second factor. Nothing was done. Show a code under Tools → Second factor, or with --code-file in sonde-cli, then try again.</source>
        <translation>アクセス許可「%1」が必要です。ロール「%2」では、第 2 要素を確認した後にだけ使えます。何も実行されていません。ツール → 第 2 要素、または sonde-cli の --code-file でコードを確認してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>You have a second factor already. Show a code of it first, then make another one.</source>
        <translation>第 2 要素はすでに設定されています。先にそのコードを確認してから、新しいものを作成してください。</translation>
    </message>
    <message>
        <source>This is not the code of this moment, or it was used already. Wait for the next one; if that is wrong, too, look whether the clock of the device that shows it is right.</source>
        <translation>現在のコードではないか、使用済みのコードです。次のコードをお待ちください。それも正しくない場合は、コードを表示するデバイスの時計を確認してください。</translation>
    </message>
    <message>
        <source>“%1” has no second factor. Everybody sets up their own: under Tools → Second factor, or with “sonde-cli second-factor enrol”.</source>
        <translation>「%1」には第 2 要素がありません。第 2 要素は本人が設定します：ツール → 第 2 要素、または「sonde-cli second-factor enrol」。</translation>
    </message>
    <message>
        <source>Second factor made</source>
        <translation>第 2 要素を作成</translation>
    </message>
    <message>
        <source>Second factor confirmed</source>
        <translation>第 2 要素を有効化</translation>
    </message>
    <message>
        <source>Second factor removed</source>
        <translation>第 2 要素を削除</translation>
    </message>
    <message>
        <source>Second factor shown</source>
        <translation>第 2 要素を確認</translation>
    </message>
    <message>
        <source>Second factor refused</source>
        <translation>第 2 要素を拒否</translation>
    </message>
    <message>
        <source>(only after a second factor)</source>
        <translation>（第 2 要素の確認後のみ）</translation>
    </message>
    <message>
        <source>This will wait for approval by a second person.</source>
        <translation>別の人の承認を待ってから実行されます。</translation>
    </message>
    <message numerus="yes">
        <source>The output of the command %1 was removed on %2: it is kept for %n day(s) after its session. The journal still has the line, what became of it and the hash of what it printed.</source>
        <translation>
            <numerusform>コマンド %1 の出力は %2 に削除されました。出力の保存期間は、セッションの終了後 %n 日間です。入力された行、その結果、出力のハッシュはジャーナルに残っています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service’s copy of the file that the command %1 brought was removed on %2: it is kept for %n day(s) after its session. The journal still has its path, its size and its hash.</source>
        <translation>
            <numerusform>コマンド %1 が取得したファイルのサービス側のコピーは %2 に削除されました。保存期間は、セッションの終了後 %n 日間です。ファイルのパス、サイズ、ハッシュはジャーナルに残っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Content removed by retention</source>
        <translation>保存期間の終了による削除</translation>
    </message>
    <message>
        <source>others may read this file; let only its owner (chmod 600)</source>
        <translation>このファイルは他のユーザーも読み取れます。所有者だけが読み取れるようにしてください (chmod 600)</translation>
    </message>
    <message>
        <source>its first line, which is the password or token, is empty</source>
        <translation>パスワードまたはトークンを書く 1 行目が空です</translation>
    </message>
    <message>
        <source>the two passwords differ; nothing was changed</source>
        <translation>2 つのパスワードが一致しません。何も変更されていません</translation>
    </message>
    <message>
        <source>a tenant’s address looks like https://host:port</source>
        <translation>テナントのアドレスは https://host:port の形式です</translation>
    </message>
    <message>
        <source>How long what commands print is kept after their session has closed; 0 keeps it for ever.</source>
        <translation>コマンドの出力をセッションの終了後に保存する期間。0 は無期限です。</translation>
    </message>
    <message>
        <source>How long files brought from devices are kept after their session has closed; 0 keeps them for ever.</source>
        <translation>デバイスから取得したファイルをセッションの終了後に保存する期間。0 は無期限です。</translation>
    </message>
    <message>
        <source>“%1” does not exist on the device, and this command takes no pattern. Use “findfile” to look for names.</source>
        <translation>「%1」はデバイス上にありません。このコマンドではパターンを使えません。名前を探すには「findfile」を使ってください。</translation>
    </message>
    <message>
        <source>Nothing on the device matches “%1”.</source>
        <translation>デバイスに「%1」と一致するものはありません。</translation>
    </message>
    <message>
        <source>Nothing was scanned in “%1”.</source>
        <translation>「%1」では何もスキャンされていません。</translation>
    </message>
    <message>
        <source>Nothing was scanned.</source>
        <translation>何もスキャンされていません。</translation>
    </message>
    <message>
        <source>“%1” was not touched: the agent was restarted since this session began, and does not know what was looked at before. Type “%2” first, or add -auto.</source>
        <translation>「%1」には手を付けていません：このセッションの開始後にエージェントが再起動したため、それまでに何が確認されたかがわかりません。先に「%2」と入力するか、-auto を付けてください。</translation>
    </message>
    <message>
        <source>“%1” was taken away when something else was remediated. Type “%2” to undo that: it brings the file back.</source>
        <translation>「%1」は、ほかのものを修復したときに取り除かれました。「%2」と入力してその修復を元に戻すと、ファイルも戻ります。</translation>
    </message>
    <message>
        <source>the file, process or unit that this step is about; of a list, what was touched besides</source>
        <translation>この手順の対象のファイル、プロセス、またはユニット。一覧では、ほかに手を付けたもの</translation>
    </message>
    <message>
        <source>Output cannot be piped into another program. Filter its rows in the window, or write it to a file with “&gt;”.</source>
        <translation>出力をほかのプログラムにパイプで渡すことはできません。ウィンドウで行をフィルターするか、「&gt;」でファイルに書き出してください。</translation>
    </message>
    <message>
        <source>“%1” and “%2” exclude each other. Keep one of them.</source>
        <translation>「%1」と「%2」は同時に指定できません。どちらか 1 つだけにしてください。</translation>
    </message>
    <message>
        <source>%1 has held a session on this device since %2. Ask them to disconnect, or open it from the device’s recent sessions and disconnect it.</source>
        <translation>%1 が %2 からこのデバイスのセッションを使用しています。本人に切断を依頼するか、デバイスの最近のセッションから開いて切断してください。</translation>
    </message>
    <message>
        <source>This password is too short. Choose one of at least %1 characters.</source>
        <translation>このパスワードは短すぎます。%1 文字以上にしてください。</translation>
    </message>
    <message>
        <source>“%1” was left as it is: nobody would be left who administers users. Give somebody else the role “%2” first.</source>
        <translation>「%1」は変更していません：ユーザーを管理できる人がいなくなります。先にほかのユーザーにロール「%2」を割り当ててください。</translation>
    </message>
    <message>
        <source>planned only</source>
        <extracomment>outcome of a command that changes devices: it only made a plan</extracomment>
        <translation>計画のみ</translation>
    </message>
    <message>
        <source>not downloaded</source>
        <extracomment>outcome of a getfile: the service has the file, this computer has not</extracomment>
        <translation>未ダウンロード</translation>
    </message>
    <message>
        <source>a program below a directory in which everybody may put files</source>
        <translation>誰でもファイルを置けるディレクトリの下にあるプログラム</translation>
    </message>
    <message>
        <source>no word for %1</source>
        <extracomment>of a connection that may be lost; %1: a span of time, &quot;40 s&quot;</extracomment>
        <translation>応答なし（%1）</translation>
    </message>
    <message>
        <source>The two passwords differ, and nothing was changed. Give the command again.</source>
        <translation>2 つのパスワードが一致しないため、何も変更されていません。もう一度コマンドを実行してください。</translation>
    </message>
    <message>
        <source>“%1” needs the permission “%2”, which your role does not give. You may take the role “%3” for a time, which gives it: under Tools → Take a role for a time, or with “sonde-cli elevate”.</source>
        <translation>「%1」にはアクセス許可「%2」が必要ですが、あなたのロールにはありません。この許可を含むロール「%3」を期間限定で取得できます。ツール → ロールの期間限定取得、または sonde-cli elevate を使ってください。</translation>
    </message>
    <message>
        <source>Nothing was done: this is the session of %1, which you only watch. Open it in the window and choose “Act in the session of %1…” first.</source>
        <translation>何も実行されていません。これは %1 のセッションで、閲覧しているだけです。先にウィンドウで開き、「%1 のセッションで操作…」を選んでください。</translation>
    </message>
    <message>
        <source>This needs the permission “%1”. You may take the role “%2” for a time, which gives it: under Tools → Take a role for a time, or with “sonde-cli elevate”.</source>
        <translation>アクセス許可「%1」が必要です。この許可を含むロール「%2」を期間限定で取得できます。ツール → ロールの期間限定取得、または sonde-cli elevate を使ってください。</translation>
    </message>
    <message>
        <source>This needs the permission “%1”, which your role does not give here. You may take the role “%2” for a time, which does: under Tools → Take a role for a time, or with “sonde-cli elevate”.</source>
        <translation>アクセス許可「%1」が必要ですが、あなたのロールでは、ここでは使えません。ここでも使えるロール「%2」を期間限定で取得できます。ツール → ロールの期間限定取得、または sonde-cli elevate を使ってください。</translation>
    </message>
    <message>
        <source>Acts in another’s session</source>
        <translation>他のユーザーのセッションで操作を開始</translation>
    </message>
    <message>
        <source>Acts in another’s session no more</source>
        <translation>他のユーザーのセッションで操作を終了</translation>
    </message>
    <message>
        <source>whoever acts in the session of somebody else says so first</source>
        <translation>他のユーザーのセッションで操作するには、先にその旨を選ぶ必要があります</translation>
    </message>
    <message>
        <source>“%1” is in use and is still there. It goes into quarantine when the device is restarted next.</source>
        <translation>「%1」は使用中のため、まだ残っています。デバイスが次に再起動されるときに検疫に移されます。</translation>
    </message>
    <message>
        <source>Registry as programs of so many bits see it</source>
        <translation>このビット数のプログラムから見たレジストリ</translation>
    </message>
    <message>
        <source>Services that stop and start with it</source>
        <translation>一緒に停止し開始するサービス</translation>
    </message>
    <message>
        <source>When the device is restarted next</source>
        <translation>デバイスの次の再起動時</translation>
    </message>
    <message>
        <source>access control list</source>
        <translation>アクセス制御リスト</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>registry entry</source>
        <extracomment>what an act is about: a key of Windows&apos; registry, or a value in it</extracomment>
        <translation>レジストリ項目</translation>
    </message>
    <message>
        <source>Restore this registry entry?</source>
        <translation>このレジストリ項目を元に戻しますか？</translation>
    </message>
    <message>
        <source>Remediate this registry entry?</source>
        <translation>このレジストリ項目を修復しますか？</translation>
    </message>
    <message>
        <source>Stop the service</source>
        <translation>サービスを停止する</translation>
    </message>
    <message>
        <source>Start the service</source>
        <translation>サービスを開始する</translation>
    </message>
    <message>
        <source>Disable the service, so that nothing can start it</source>
        <translation>何からも開始されないように、サービスを無効にする</translation>
    </message>
    <message>
        <source>Let the service start as before</source>
        <translation>サービスの開始方法を元に戻す</translation>
    </message>
    <message>
        <source>Remove the scheduled task</source>
        <translation>スケジュールされたタスクを取り除く</translation>
    </message>
    <message>
        <source>Put the scheduled task back</source>
        <translation>スケジュールされたタスクを元に戻す</translation>
    </message>
    <message>
        <source>Remove the registry entry</source>
        <translation>レジストリ項目を取り除く</translation>
    </message>
    <message>
        <source>Put the registry entry back</source>
        <translation>レジストリ項目を元に戻す</translation>
    </message>
    <message>
        <source>when it was written last</source>
        <extracomment>of a registry key, in a list of what cannot be restored</extracomment>
        <translation>最後に書き込まれた日時</translation>
    </message>
    <message>
        <source>In use, and not to be moved now: it goes when the device is restarted next: %1.</source>
        <extracomment>%1 paths</extracomment>
        <translation>使用中のため今は移せません。デバイスが次に再起動されるときに移されます：%1。</translation>
    </message>
    <message>
        <source>it is in use, and goes at the next restart of the device</source>
        <translation>使用中のため、デバイスの次の再起動時に移されます</translation>
    </message>
    <message>
        <source>You have held a session on this device yourself since %1. Go on in that one, in its window or with “sonde-cli sessions run”, or disconnect it first.</source>
        <translation>%1 以降、このデバイスのセッションを保持しているのはあなた自身です。そのセッションをウィンドウまたは「sonde-cli sessions run」で続けるか、先に切断してください。</translation>
    </message>
    <message>
        <source>This session was closed by %1. Start a new live response session on the device.</source>
        <translation>このセッションは %1 が終了しました。デバイスで新しいライブ応答セッションを開始してください。</translation>
    </message>
    <message>
        <source>You typed the command %1 yourself, so somebody else has to decide about it: whoever else may approve commands on its device. It still waits.</source>
        <translation>コマンド %1 を入力したのはあなた自身なので、可否は別の人が決める必要があります：そのデバイスでコマンドを承認できる、ほかの人です。コマンドはまだ承認を待っています。</translation>
    </message>
    <message>
        <source>“%1” needs the approval of a second person here, so it is not done by itself. Type it to ask for that.</source>
        <translation>ここでは「%1」に別の人の承認が必要なため、自動では実行されません。承認を求めるには、入力してください。</translation>
    </message>
    <message>
        <source>“%1” was left as it is: a role that you hold for a time grants nothing to others. Somebody who holds it for good can do it.</source>
        <translation>「%1」は元のままです：期間限定のロールでは、ほかの人に何も与えられません。そのロールを期間の限りなく持つ人なら行えます。</translation>
    </message>
    <message>
        <source>“%1” was left as it is: this account is armed only at the service’s own console.</source>
        <translation>「%1」は元のままです：このアカウントを有効にできるのは、サービス自身のコンソールだけです。</translation>
    </message>
    <message>
        <source>This role was left as it is: it is built in, and nobody can change it. Add a role of your own instead.</source>
        <translation>このロールは元のままです：組み込みのロールであり、誰も変更できません。代わりに独自のロールを追加してください。</translation>
    </message>
    <message>
        <source>This device group was left as it is: it takes the devices that no other group takes, and nobody can change it. Add a group of your own instead.</source>
        <translation>このデバイス グループは元のままです：ほかのどのグループにも入らないデバイスが入るグループであり、誰も変更できません。代わりに独自のグループを追加してください。</translation>
    </message>
    <message>
        <source>Line denied</source>
        <extracomment>what was done: a second person did not let somebody&apos;s line run</extracomment>
        <translation>コマンド ラインの承認拒否</translation>
    </message>
    <message>
        <source>Line approved</source>
        <translation>コマンド ラインの承認</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln セッション</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln 分</numerusform>
        </translation>
    </message>
    <message>
        <source>taken over by %1</source>
        <extracomment>How a session ended; %1 a user</extracomment>
        <translation>%1 が引き継ぎ</translation>
    </message>
    <message>
        <source>closed by %1</source>
        <extracomment>How a session ended; %1 a user, who is not the one who opened it</extracomment>
        <translation>%1 が終了</translation>
    </message>
    <message>
        <source>closed by the service, after a change by %1</source>
        <extracomment>How a session ended; %1 a user, who changed what its owner may do, or removed the device</extracomment>
        <translation>%1 による変更を受けてサービスが終了</translation>
    </message>
    <message>
        <source>for ever</source>
        <extracomment>how long something is kept</extracomment>
        <translation>無期限</translation>
    </message>
</context>
</TS>
